package org.segue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.segue.access.Caller;
import org.segue.catalog.User;
import org.segue.web.Audience.Person;

class AudienceTest {

    private static final List<String> IDS = List.of("anna", "ben", "nobody");
    private static final Map<String, User> FOUND =
            Map.of("anna", new User(7, "anna", "Anna"), "ben", new User(8, "ben", "Ben"));

    @Test
    void of_oneOfThemSignedIn_judgesAsThatOneAlone() {
        Audience audience = Audience.of(IDS, FOUND, new Caller(false, 8, "ben"), "");

        assertThat(audience.people()).extracting(Person::name).containsExactly("Anna", "Ben", "nobody");
        assertThat(audience.givers()).extracting(Person::id).containsExactly("ben");
        assertThat(audience.isAmbiguous()).isFalse();
    }

    @Test
    void of_somebodyElseSignedIn_judgesForNobody() {
        assertThat(Audience.of(IDS, FOUND, new Caller(false, 9, "cleo"), "").givers())
                .isEmpty();
    }

    @Test
    void of_administratorOrNobodySignedIn_isAskedWhoseVerdictsTheyAre() {
        assertThat(Audience.of(IDS, FOUND, Caller.ADMINISTRATOR, "").isAmbiguous())
                .isTrue();
        assertThat(Audience.of(IDS, FOUND, Caller.NOBODY, "").givers())
                .extracting(Person::id)
                .containsExactly("anna", "ben", "nobody");
    }

    @Test
    void afterSigningIn_leadsBack_withWhatWasWanted() {
        assertThat(Audience.of(IDS, FOUND, Caller.NOBODY, "?user=anna").afterSigningIn("s 1", "love"))
                .isEqualTo("%3Fuser%3Danna%26wanted%3Dlove%26on%3Ds%2B1");
        assertThat(Audience.of(IDS, FOUND, Caller.NOBODY, "playlist/7").afterSigningIn("s1", "ban"))
                .isEqualTo("playlist%2F7%3Fwanted%3Dban%26on%3Ds1");
    }
}
