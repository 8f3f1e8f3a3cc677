package org.segue.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.segue.catalog.DemoContent;
import org.segue.interactions.UserHistory;

/** Invented songs are for invented listeners: to somebody real they are nothing, whatever model answers. */
final class DemoRule {

    private DemoRule() {}

    /** The same songs without those of the demo, unless it is for one of its listeners; what was heard stays. */
    static IntPredicate restrict(IntPredicate allowed, UserHistory history, DemoContent demo) {
        return isReal(history, demo)
                ? allowed.and(songId -> !demo.isSong(songId) || history.contains(songId))
                : allowed;
    }

    /** Whether an answer is for somebody real. */
    static boolean isForSomebodyReal(List<Member> members, DemoContent demo) {
        return members.stream().anyMatch(member -> isReal(member.history(), demo));
    }

    // Of somebody who is not known at all, the songs that are named tell.
    private static boolean isReal(UserHistory history, DemoContent demo) {
        if (demo.isEmpty()) {
            return false;
        }
        return history.userId() == 0
                ? !Arrays.stream(history.preferences().songIds()).allMatch(demo::isSong)
                : !demo.isListener(history.userId());
    }
}
