package org.segue.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodsByPathTest {

    private static MethodsByPath imports() {
        MethodsByPath methods = new MethodsByPath();
        methods.add("GET", "/");
        methods.add("POST", "/api/imports");
        methods.add("GET", "/api/imports");
        methods.add("POST", "/api/imports/preview");
        methods.add("DELETE", "/api/imports/{id}");
        methods.add("GET", "/api/imports/{number}/events");
        return methods;
    }

    @Test
    void of_addressWithoutParameters_areItsOwn() {
        assertThat(imports().of("/")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertThat(imports().of("/api/imports")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    }

    @Test
    void of_addressThatIsNamed_isNotThatOfAParameter() {
        assertThat(imports().of("/api/imports/preview")).containsExactlyInAnyOrder("OPTIONS", "POST");
        assertThat(imports().of("/api/imports/5")).containsExactlyInAnyOrder("DELETE", "OPTIONS");
    }

    @Test
    void of_addressBelowANamedOne_isFoundByItsParameter() {
        assertThat(imports().of("/api/imports/preview/events")).contains("GET");
    }

    @Test
    void of_slashAtTheEnd_changesNothing() {
        assertThat(imports().of("/api/imports/")).contains("POST");
    }

    @Test
    void of_addressWithNothingAtIt_isNone() {
        assertThat(imports().of("/api")).isEmpty();
        assertThat(imports().of("/api/imports/5/nothing")).isEmpty();
    }
}
