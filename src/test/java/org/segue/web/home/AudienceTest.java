package org.segue.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.access.Caller;
import org.segue.catalog.User;
import org.segue.web.home.Audience.Person;

class AudienceTest {

    private static final List<String> IDS = List.of("anna", "ben", "nobody");
    private static final Map<String, User> FOUND =
            Map.of("anna", new User(7, "anna", "Anna"), "ben", new User(8, "ben", "Ben"));

    @Test
    void of_oneOfThemSignedIn_judgesAsThatOneAlone() {
        Audience audience = Audience.of(IDS, FOUND, new Caller(false, 8, "ben"));

        assertThat(audience.people()).extracting(Person::name).containsExactly("Anna", "Ben", "nobody");
        assertThat(audience.givers()).extracting(Person::id).containsExactly("ben");
        assertThat(audience.isAmbiguous()).isFalse();
    }

    @Test
    void of_somebodyElseSignedIn_judgesForNobody() {
        assertThat(Audience.of(IDS, FOUND, new Caller(false, 9, "cleo")).givers())
                .isEmpty();
    }

    @Test
    void of_administratorOrNobodySignedIn_isAskedWhoseVerdictsTheyAre() {
        assertThat(Audience.of(IDS, FOUND, Caller.ADMINISTRATOR).isAmbiguous()).isTrue();
        assertThat(Audience.of(IDS, FOUND, Caller.NOBODY).givers())
                .extracting(Person::id)
                .containsExactly("anna", "ben", "nobody");
    }
}
