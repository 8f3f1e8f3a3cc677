package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.segue.web.FieldText;

/**
 * Addresses of a question and of others like it, relative to the home page.
 *
 * @param form the question
 */
@TemplateData
public record HomeAddresses(HomeForm form) {

    /**
     * A listener whom a page names, with another question.
     *
     * @param name as it is shown and sent
     * @param address of the page that asks the question without this listener, or for this one
     */
    @TemplateData
    public record Named(String name, String address) {}

    /** The page that asks this again. */
    public String again() {
        return "./" + question();
    }

    /** The question as it stands behind the root in an address; empty if there is none. */
    public String question() {
        return form.asked() ? '?' + addressed() + extras("", "") : "";
    }

    /** The same as a parameter of another address. */
    public String backHere() {
        return FieldText.encoded(question());
    }

    /** The answer as a file. */
    public String file(String format) {
        return "playlist?format=" + format + '&' + addressed() + extras("", "");
    }

    /** Where the answer is kept as a playlist of a listener, by the public id. */
    public String keep(String owner) {
        return "playlist" + question() + "&owner=" + FieldText.encoded(owner);
    }

    /** The page that asks the same for new songs. */
    public String discover() {
        return form.with(form.n(), form.choice().with(false)).at().again();
    }

    /** The page that asks the same for known songs. */
    public String rediscover() {
        return form.with(form.n(), form.choice().with(true)).at().again();
    }

    /** The page that asks for more songs. */
    public String more() {
        int n = Math.min(HomeForm.MAX_N, Integer.parseInt(form.n()) + HomeForm.DEFAULT_N);
        return form.with(String.valueOf(n), form.choice()).at().again();
    }

    /** Several listeners, each with the address without them; none if it is one. */
    public List<Named> listeners() {
        List<String> names = form.listeners().names();
        return names.size() == 1
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(i -> new Named(names.get(i), withoutListener(i)))
                        .toList();
    }

    private String withoutListener(int i) {
        List<String> others = new ArrayList<>(form.users());
        others.remove(i);
        return form.withListeners(new Listeners(others, others)).at().again();
    }

    /** The page that asks the same for somebody whom a typed name may mean. */
    Named instead(String typed, String name) {
        List<String> others = new ArrayList<>(form.users());
        others.replaceAll(user -> user.equals(typed) ? name : user);
        return new Named(
                name, form.withListeners(new Listeners(others, others)).at().again());
    }

    /** The page that asks this without one of the songs to start from. */
    String withoutSeed(String seed) {
        return "./?" + addressed() + extras(seed, "");
    }

    /** The page that asks this without one of the ignored songs. */
    String withoutIgnored(String song) {
        return "./?" + addressed() + extras("", song);
    }

    /** The page that asks this with one more song ignored. */
    String ignoring(String song) {
        return withoutIgnored(song) + "&ignore=" + FieldText.encoded(song);
    }

    private String addressed() {
        return (form.users().isEmpty() ? List.of("") : form.users())
                        .stream()
                                .map(user -> "user=" + FieldText.encoded(user) + '&')
                                .collect(Collectors.joining())
                + "n="
                + FieldText.encoded(form.n());
    }

    private String extras(String withoutSeed, String withoutIgnored) {
        StringBuilder extras = new StringBuilder();
        extras.append(form.choice().addressed()).append(form.time().addressed());
        form.songs().seeds().stream()
                .filter(seed -> !seed.equals(withoutSeed))
                .forEach(seed -> extras.append("&seed=").append(FieldText.encoded(seed)));
        form.songs().ignored().stream()
                .filter(song -> !song.equals(withoutIgnored))
                .forEach(song -> extras.append("&ignore=").append(FieldText.encoded(song)));
        return extras.toString();
    }
}
