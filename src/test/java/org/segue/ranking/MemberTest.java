package org.segue.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.segue.ranking.TimedModels.NOW;

import org.junit.jupiter.api.Test;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;

class MemberTest {

    private static final FactorModel MODEL = TimedModels.random(20, 1, 3);

    private static final UserHistory HEARD =
            TimedModels.of(new int[] {10, 30}, new float[] {2, 1}, NOW - 7200, NOW - 3600);

    @Test
    void playing_isHeardLast_andTheOthersAreAsOldAsThat() {
        UserHistory now = new Member("anna", HEARD).playing(20, NOW).history();

        assertThat(now.songIds()).containsExactly(10, 20, 30);
        assertThat(now.values()).containsExactly(2, 1, 1);
        assertThat(FoldInTerms.of(now, MODEL).moments()).hasSize(3).doesNotHaveDuplicates();
        FoldInTerms terms = FoldInTerms.of(now, MODEL);
        double ofPlaying = terms.weights()[1];
        assertThat(terms.weights()[2]).isEqualTo(ofPlaying / 2);
        assertThat(HEARD.songIds()).as("what was kept is as it was").containsExactly(10, 30);
    }

    @Test
    void playing_aSongHeardBefore_isOfNow_evenIfThePlayersClockIsAhead() {
        UserHistory again = new Member("anna", HEARD).playing(10, NOW - 9999).history();

        assertThat(again.songIds()).containsExactly(10, 30);
        assertThat(again.values()).containsExactly(2, 1);
        assertThat(again.lastHeard(10)).isEqualTo(NOW - 3600);
    }

    @Test
    void playing_isInSession_howeverLongAgoItBegan() {
        Member silent = new Member("anna", HEARD);

        assertThat(isFresh(silent)).isTrue();
        assertThat(isFresh(silent.playing(20, NOW - 3000))).isFalse();
        assertThat(isFresh(silent.playing(0, NOW))).as("a song that nobody has").isFalse();
        assertThat(isFresh(silent.playing(20, NOW).with(HEARD))).isFalse();
    }

    private static boolean isFresh(Member member) {
        return member.timing(When.BY_MODEL, MODEL.recency(), NOW).isFresh();
    }
}
