package org.segue.web.start;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.BackgroundOffer;
import org.segue.backgrounds.BackgroundRequest;
import org.segue.text.Sentence;

/**
 * What ListenBrainz's public listens would take, as the start page shows it.
 *
 * @param licence what may be done with them
 * @param free bytes for which the disk has room
 * @param choices numbers of dumps, fewest first
 * @param problem why they cannot be had now, null if they can
 */
@TemplateData
public record OfferView(
        String licence,
        long free,
        List<Choice> choices,
        @Nullable Sentence problem) {

    /** The most dumps that are offered: about a week. */
    static final int MAX_DUMPS = 7;

    private static final double SECONDS_PER_MINUTE = 60;

    /**
     * So many dumps.
     *
     * @param dumps the newest ones
     * @param size of all of them in bytes
     * @param minutes that reading takes, rounded up
     * @param usual whether it is chosen unless somebody chooses another
     * @param lacking bytes for which the disk lacks room, 0 if they fit
     */
    @TemplateData
    public record Choice(int dumps, long size, long minutes, boolean usual, long lacking) {

        /** Whether the disk has room for them. */
        public boolean fits() {
            return lacking == 0;
        }
    }

    /** Whether any of them can be had. */
    public boolean isOpen() {
        return choices.stream().anyMatch(Choice::fits);
    }

    static OfferView of(BackgroundOffer offer) {
        int there = offer.dumps().size();
        List<Choice> choices = IntStream.of(1, BackgroundRequest.DUMPS, MAX_DUMPS)
                .map(dumps -> Math.min(dumps, there))
                .filter(dumps -> dumps > 0)
                .distinct()
                .mapToObj(dumps -> choice(offer, dumps))
                .toList();
        return new OfferView(
                offer.licence(), offer.cost().freeBytes(), choices, choices.isEmpty() ? offer.problem() : null);
    }

    // What all of them take is known; fewer take their part of it.
    private static Choice choice(BackgroundOffer offer, int dumps) {
        long bytes = offer.dumps().stream()
                .limit(dumps)
                .mapToLong(BackgroundOffer.OfferedDump::bytes)
                .sum();
        double part = (double) bytes / Math.max(1, offer.cost().bytes());
        long lacking = (long) (offer.cost().neededBytes() * part) - offer.cost().freeBytes();
        return new Choice(
                dumps,
                bytes,
                Math.max(1, (long) Math.ceil(offer.cost().secondsToRead() * part / SECONDS_PER_MINUTE)),
                dumps == Math.min(BackgroundRequest.DUMPS, offer.dumps().size()),
                Math.max(0, lacking));
    }
}
