package org.segue.access.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharesTest {

    private static final ClientAddress ANNA = ClientAddress.parse("192.0.2.1").orElseThrow();
    private static final ClientAddress BELA = ClientAddress.parse("192.0.2.2").orElseThrow();

    @Test
    void take_aboveTheShare_isRefusedForThatOneAlone() {
        Shares shares = new Shares(10, 2);
        shares.take(ANNA);
        shares.take(ANNA);

        assertThat(shares.take(ANNA)).isFalse();
        assertThat(shares.hasItsShare(ANNA)).isTrue();
        assertThat(shares.take(BELA)).isTrue();

        shares.giveBack(ANNA);
        assertThat(shares.take(ANNA)).isTrue();
    }

    @Test
    void take_aboveTheTotal_isRefusedForEverybody() {
        Shares shares = new Shares(3, 2);
        shares.take(ANNA);
        shares.take(ANNA);
        shares.takeAny();

        assertThat(shares.take(BELA)).isFalse();
        assertThat(shares.takeAny()).isFalse();
        assertThat(shares.hasItsShare(BELA)).isFalse();

        shares.giveBackAny();
        assertThat(shares.take(BELA)).isTrue();
    }

    @Test
    void take_refused_holdsNothing() {
        Shares shares = new Shares(10, 1);
        shares.take(ANNA);
        for (int i = 0; i < 100; i++) {
            shares.take(ANNA);
        }
        shares.giveBack(ANNA);

        assertThat(shares.take(ANNA)).isTrue();
    }

    @Test
    void take_addressesOfOneNetwork_haveOneShare() {
        Shares shares = new Shares(10, 1);
        shares.take(ClientAddress.parse("2001:db8::1").orElseThrow());

        assertThat(shares.take(ClientAddress.parse("2001:db8::ffff:2").orElseThrow()))
                .isFalse();
        assertThat(shares.take(ClientAddress.parse("2001:db8:0:1::1").orElseThrow()))
                .isTrue();
    }
}
