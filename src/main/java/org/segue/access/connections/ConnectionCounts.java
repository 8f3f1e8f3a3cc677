package org.segue.access.connections;

import org.segue.access.clients.ClientAddress;
import org.segue.access.clients.Shares;

/** Counts connections of all clients; a proxy, which has those of many, has no share of its own. Safe for any thread. */
final class ConnectionCounts {

    private final Shares shares;

    ConnectionCounts(Shares shares) {
        this.shares = shares;
    }

    Place placeFor(ClientAddress client, boolean isProxy) {
        return new Place(client, isProxy);
    }

    /** The place of one connection. */
    final class Place {

        private final ClientAddress client;
        private final boolean isProxy;

        private Place(ClientAddress client, boolean isProxy) {
            this.client = client;
            this.isProxy = isProxy;
        }

        /** Whether there is one. */
        boolean take() {
            return isProxy ? shares.takeAny() : shares.take(client);
        }

        void giveBack() {
            if (isProxy) {
                shares.giveBackAny();
            } else {
                shares.giveBack(client);
            }
        }
    }
}
