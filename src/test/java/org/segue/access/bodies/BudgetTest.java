package org.segue.access.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long UNIT = 1 << 20;
    private static final long CAPACITY = 16 * UNIT;

    private final Budget budget = new Budget(CAPACITY);
    private final List<String> given = new ArrayList<>();

    @Test
    void ask_whatFits_isGivenAtOnce_andCountsUntilItIsGivenBack() {
        Budget.Part part = ask("a", UNIT, "first");

        assertThat(given).containsExactly("first");
        assertThat(part.isWaiting()).isFalse();
        assertThat(budget.held()).isEqualTo(UNIT);
        part.giveBack();
        part.giveBack();
        assertThat(budget.held()).isZero();
    }

    @Test
    void ask_whatDoesNotFit_waitsInLine_untilThereIsRoom() {
        Budget.Part first = ask("a", 6 * UNIT, "first");
        ask("b", 6 * UNIT, "second");
        ask("c", 6 * UNIT, "third");
        ask("d", 6 * UNIT, "fourth");

        assertThat(given).containsExactly("first", "second");
        assertThat(budget.waiting()).isEqualTo(2);
        first.giveBack();
        assertThat(given).containsExactly("first", "second", "third");
        assertThat(budget.waiting()).isEqualTo(1);
    }

    @Test
    void ask_smallPart_findsTheQuarterThatLargeOnesLeave() {
        ask("a", 6 * UNIT, "large");
        ask("b", 6 * UNIT, "large");
        ask("c", UNIT, "waits");

        for (int i = 0; i < 64; i++) {
            ask("d" + i % 2, Budget.MAX_SMALL, "small");
        }

        assertThat(given).hasSize(2 + 64).doesNotContain("waits");
        assertThat(budget.held()).isEqualTo(CAPACITY);
    }

    @Test
    void ask_moreThanHalfForOneClient_waits_andOthersPassItBy() {
        Budget.Part first = ask("greedy", 7 * UNIT, "first");
        ask("greedy", 2 * UNIT, "second");
        ask("other", 2 * UNIT, "other");

        assertThat(given).containsExactly("first", "other");
        first.giveBack();
        assertThat(given).containsExactly("first", "other", "second");
    }

    @Test
    void ask_smallPart_ofAClientWithItsShareOfLargeOnes_isGiven_upToAQuarter() {
        ask("greedy", 8 * UNIT, "large");
        for (int i = 0; i < 65; i++) {
            ask("greedy", Budget.MAX_SMALL, "small");
        }

        assertThat(given).hasSize(1 + 64);
        assertThat(budget.waiting()).isEqualTo(1);
        ask("other", Budget.MAX_SMALL, "other");
        assertThat(given).endsWith("other");
    }

    @Test
    void ask_moreThanThereIs_isGivenOnceNobodyElseHasAny() {
        Budget.Part small = ask("a", UNIT, "small");
        ask("b", 2 * CAPACITY, "huge");

        assertThat(given).containsExactly("small");
        small.giveBack();
        assertThat(given).containsExactly("small", "huge");
    }

    @Test
    void giveBack_inLine_leavesIt() {
        Budget.Part first = ask("a", 12 * UNIT, "first");
        Budget.Part second = ask("b", 12 * UNIT, "second");
        ask("c", 2 * UNIT, "third");

        second.giveBack();
        assertThat(given).containsExactly("first");
        first.giveBack();

        assertThat(given).containsExactly("first", "third");
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void ask_afterItWasGivenBack_isNothing() {
        Budget.Part part = budget.part("a", UNIT, () -> given.add("late"));
        part.giveBack();
        part.ask();

        assertThat(given).isEmpty();
        assertThat(budget.held()).isZero();
    }

    @Test
    void illegalAmounts_areRefused() {
        assertThatThrownBy(() -> new Budget(0)).hasMessageContaining("illegal capacity: 0");
        assertThatThrownBy(() -> ask("a", -1, "none")).hasMessageContaining("illegal amount: -1");
    }

    private Budget.Part ask(String client, long amount, String name) {
        Budget.Part part = budget.part(client, amount, () -> given.add(name));
        part.ask();
        return part;
    }
}
