package org.segue.demo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Invents the listeners: a name, a taste and how much they listen. */
final class People {

    static final int MIN_SONGS = 12;
    static final int MAX_SONGS = 250;

    /** exp of this is the median number of songs; with the clamps the mean comes to about 67. */
    private static final double SONGS_LOCATION = 3.98;

    private static final double SONGS_SCALE = 0.68;

    private static final double ZEAL_LOCATION = 1.1;
    private static final double ZEAL_SCALE = 0.6;

    /** How many listeners have one, two or three scenes that are dear to them. */
    private static final Lottery HOMES = new Lottery(0.62, 0.28, 0.10);

    private static final List<String> GIVEN = words("""
            ada aino alma amara anders anouk arlo asta astrid beata bela bo bram bruno cato celia chidi clara cora dagny
            dara dario ebba edda eino elio elsa emre enzo esme esra fatou felix femke finn flora freya gaia gideon greta
            hana hanno hedda hugo ida ilka imre ines ivo jana jaro jonas juno kaia kalle karim kaya keiko kofi lalit lars
            leila lena levi lin linus lotte lucia luka maeve magda malik mara marek mats mei milo mina mira moa nadia nils
            noor nora odd olga oskar otto pavel petra pia priya quinn rafa ravi rhea rosa runa sami sanna selma sena silas
            siri sofia stig sunniva tariq tess thea tilda timo tove uma ursa vera vidar vilma wanda wim xenia yara yuki
            yusuf zadie zora""");

    private static final List<String> FAMILY = words("""
            abara achterberg adeyemi almqvist amaral anand appelboom arvidsen bakker bancroft barka bellweg bjornstad
            blomdahl bogdan brandauer brightwater calloway caruana castellan cho dahlgren danso delgrove demir dragan
            eikeland ekholm elmsley engstrand falkner farouk fenwick ferrante fjeldstad forsberg galanis garlick gorecki
            grimaldo haavisto halloran hartog haugen hollis ibanez ilves ivarsen jankowski jespersen kallio kamara karlow
            kestrel kimura kjeldsen kovacs kruger laine lambrecht lindqvist loveday lundgren macek malmstrom marchetti
            mbeki merriweather mistry montrose moreau nakamura nasser nkosi nordahl novak oakley obi okafor olander
            osterman oyelaran palmgren papadaki pellegrin petrov pinto quill rahimi rasmussen redfern rinaldi rosenholm
            rune saarinen salo sandoval santoro seabrook shah silvano skoglund sorensen stavros steiner sundberg szabo
            takeda tamm thornbury tran ulriksen underhill vasquez verhoeven vesterby vogel wahlberg watanabe westergaard
            whitlock wolanski xu yamada yilmaz zabala zeidler zetterlund""");

    private final Dice dice;
    private final double[][] overlap = Scenes.overlap();
    private final Lottery sceneSizes;
    private final Set<String> ids = new HashSet<>();

    private People(Dice dice) {
        this.dice = dice;
        this.sceneSizes = sceneSizes(dice);
    }

    static List<Listener> invent(int count, Dice dice) {
        People people = new People(dice);
        return IntStream.range(0, count).mapToObj(i -> people.listener()).toList();
    }

    private Listener listener() {
        double median = dice.logNormal(SONGS_LOCATION, SONGS_SCALE);
        int songs = (int) Math.max(MIN_SONGS, Math.min(MAX_SONGS, median));
        double zeal = ZEAL_LOCATION + ZEAL_SCALE * dice.gaussian();
        return new Listener(unusedId(), taste(), dice.unit(), songs, zeal);
    }

    private String unusedId() {
        String id = dice.pick(GIVEN) + "-" + dice.pick(FAMILY);
        while (!ids.add(id)) {
            id = dice.pick(GIVEN) + "-" + dice.pick(FAMILY);
        }
        return id;
    }

    /** A home scene or several, the later ones less dear, each with what lies around it. */
    private List<Double> taste() {
        double[] taste = new double[overlap.length];
        int homes = 1 + HOMES.draw(dice);
        for (int home = 1; home <= homes; home++) {
            double[] around = overlap[sceneSizes.draw(dice)];
            double weight = (0.5 + dice.unit()) / home;
            Arrays.setAll(taste, scene -> taste[scene] + weight * around[scene]);
        }
        return DoubleStream.of(taste).boxed().toList();
    }

    /** Some scenes are larger than others, by up to about four times. */
    private static Lottery sceneSizes(Dice dice) {
        return new Lottery(Scenes.ALL.stream()
                .mapToDouble(scene -> dice.logNormal(0, 0.35))
                .toArray());
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }
}
