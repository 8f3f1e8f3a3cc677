package org.segue.demo;

import java.util.List;

/** Songs with at least one amplifier too many. */
final class GuitarScenes {

    private GuitarScenes() {}

    static final List<String> ALL = List.of("""
            scene: slow-motion dream pop
            near: bedroom pop | wall-of-noise | arcade synth-pop
            glow: Opal | Velvet | Halogen | Peach | Lilac | Pearl | Neon | Amber | Sugar | Satin
            water: Lagoon | Pool | Snowfall | Mist | Shallows | Fountain | Aquarium | Drizzle
            verb: Drifting | Floating | Dissolving | Blushing | Sleepwalking | Fading | Swooning | Hovering
            girl: Celestine | Marguerite | Odile | Aurelie | Viola | Ondine | Iris | Delphine
            artist: {glow} {water} | {glow} Hours | The {verb} | {girl} in {glow} | {water}s | Miss {water} | {glow} {girl} | Slow {water} | {verb} Club
            title: {verb} | {glow} | {glow} Light | {girl}, {verb} | {verb} in {month} | {water} Eyes | The {glow} Hour | Never {verb} Again | {glow} on {glow}
            | Half of {girl} | {verb} Past Your House | {water} Heart | Say It, {girl} | {girl} Sleeps Until {month} | My {glow} Ceiling | A Year of {water}
            | {water}, Interrupted | Kiss Me Like a {water} | {number} Kinds of {glow}
            album: {glow} | {glow} {water} | {verb} | The {water} | {girl} | {verb} Season | Sleep, {girl} | {glow} Sundays
            """, """
            scene: wall-of-noise
            near: slow-motion dream pop | ministry post-punk
            word: Blur | Tremolo | Swerve | Saturate | Ampere | Drown | Halo | Smear | Collapse | Overexpose | Feedback | Whirr
            metal: Tin | Chrome | Magnesium | Mercury | Zinc | Cobalt | Tungsten
            soft: Petal | Feather | Eyelash | Moth | Cotton | Pollen | Ribbon | Honey
            colour: White | Pink | Violet | Ultraviolet | Yellow | Scarlet
            artist: {word}ette | {metal} {soft} | {soft}{soft} | {colour} {word} | {soft} Machine Shop | The {word}s | {metal}haus | {word} {word} | Her {metal} {soft}
            title: {word} | {soft} | {metal} {soft} | {colour} {soft} | {word} Me | Come {word} | {soft} Static | {colour} ({word}) | Louder Than {soft} | Only {colour} | {word} / {word}
            | {metal} Mouth | {soft} Through {metal} | I Can't Hear the {soft} | {number} Pedals | Sometimes {colour} | {colour}out | {soft}wise | Slow {word}
            album: {word} | {colour} {word} | {soft} | {metal} & {soft} | {word}s EP | Everything {colour} | {soft} {word}
            """, """
            scene: ministry post-punk
            near: wall-of-noise | garage | arcade synth-pop
            office: Ministry | Committee | Bureau | Archive | Tribunal | Department | Embassy | Registry
            matter: Concrete | Asphalt | Linoleum | Cardboard | Plywood | Glass | Gravel | Carbon Paper
            abstract: Progress | Leisure | Obedience | Hygiene | Tomorrow | Efficiency | Consensus | Discipline | Surplus
            verb: Stamp | Queue | Rehearse | Demolish | File | Commute | Salute | Photocopy
            artist: {office} of {abstract} | The {matter} {office} | {abstract} Dept. | {matter} Youth | New {abstract} | {verb} & {verb} | Form {number} | {office} {office} | The {abstract}s
            title: {abstract} | {matter} | {verb}! {verb}! | A {office} for {abstract} | {matter} Smile | No {abstract} After {weekday} | {verb} the {matter} | Memo to the {office}
            | {abstract} Is a Building | I {verb}, You {verb} | {matter} Dance | We Regret to Inform the {office} | {number} Years of {abstract} | Minutes of the Last {office}
            | Please {verb} Quietly | {weekday}, {abstract}, {weekday} | Desk {number} | Against {abstract} | The {office} Has Closed
            album: {abstract} | {matter} & {abstract} | The {office} Tapes | {verb} | Towards {abstract} | {matter} Songs | Annual Report
            """, """
            scene: garage
            near: ministry post-punk | desert rock
            pest: Pigeon | Landlord | Cockroach | Traffic Warden | Raccoon | Substitute Teacher | Goblin | Uncle
            tool: Lawnmower | Hairdryer | Staple Gun | Moped | Leaf Blower | Blender | Chainsaw | Shopping Cart
            insult: Rotten | Greasy | Clammy | Cheap | Crooked | Itchy | Rusty | Unpaid
            name: Gary | Sheila | Kev | Doreen | Barb | Trev | Nigel | Babs
            artist: The {insult} {pest}s | {pest} Attack | The {tool}s | {name} and the {pest}s | {insult} {name} | Thee {insult} {tool}s | {tool} Death | {number} {pest}s
            title: {insult} {tool} | {pest}! | I Married a {pest} | {name} Ate My {tool} | Gimme Back My {tool} | {insult}, {insult}, {insult} | {name}'s Got a {tool}
            | Can't Park Here | {tool} Baby | Your Mum's a {pest} | {weekday} Is Cancelled | Hey {name} | {name} Is Banned from the Pub | (I Wanna Be Your) {tool} | {pest} in the Basement
            | {insult} Teeth | {number} Chords and a {tool} | Dance Like a {pest} | Rent's Due, {name}
            album: {insult}! | {pest} Party | Songs the {pest} Taught Us | Loud {tool} | {name} Was Here | {number} Songs in {number} Minutes | Live at {name}'s Garage
            """, """
            scene: desert rock
            near: garage | northern doom | long-road country
            land: Canyon | Mesa | Dune | Gulch | Salt Flat | Oasis | Crater | Arroyo
            beast: Camel | Coyote | Scorpion | Vulture | Rattlesnake | Tortoise | Lizard | Bison
            big: Mammoth | Slow | Solar | Golden | Electric | Thirsty | Burnt | Colossal
            rig: Amplifier | Fuzz | Cylinder | Carburettor | Diesel | Turbine | Generator
            artist: {big} {beast} | {land} {rig} | {beast} {rig} | {big} {land} | King {beast} | The {land} Lords | {rig} Prophet | Astro{beast}
            title: {big} {land} | {beast} Rider | {rig} Sermon | The {beast} of {land} {number} | {big} {rig} | {land} Burner | Thirst ({number} Days) | Return of the {big} {beast}
            | Asleep at the {rig} | {beast} Moon | Sun, {rig}, Sun | Ride the {beast} | Beyond the {big} {land} | {rig} Worship | {big} Hangover | Low and {big} | Feed the {beast}
            | Mirage No. {number}
            album: {big} {land} | {beast} | {rig} Highway | The {big} {beast} | {land} Tapes, Vol. {roman} | Songs of {land} and {rig} | {number} Tons
            """, """
            scene: northern doom
            near: desert rock | clockwork prog
            frost: Frost | Raven | Ash | Grave | Iron | Plague | Wolf | Bone | Thorn | Winter
            end: mourn | gård | heim | skald | wrath | barrow | mörk | fell | vargr | grim
            relic: Chalice | Throne | Crypt | Covenant | Sepulchre | Scythe | Bell | Gallows
            old: Elder | Ancient | Blackened | Sunken | Nameless | Unholy | Forgotten | Moss-Covered
            artist: {frost}{end} | {frost}{end} | {frost}{end} | {old} {relic} | Ünder {frost} | {relic} of {frost} | Hördr {frost}
            title: {old} {relic} | {frost} upon {frost} | The {relic} Awaits | Beneath the {old} {relic} | {frost} Hymn | March of the {frost}born | Where {frost}s Sleep | {roman}: {relic}
            | O {old} {frost} | No Sun over {frost}{end} | {relic}, {relic}, {relic} | {number} Winters in the {relic} | Procession ({old}) | {old} Mist, {old} Tea | Söng of {frost} | The Weight of {frost}
            | To Carry a {relic} | Wake Not the {frost} | {frost} Eternal
            album: {old} {relic} | {frost}{end} | Hymns to {frost} | {relic} {roman} | The {frost} and the {relic} | {number} Winters | Under {old} Skies
            """, """
            scene: clockwork prog
            near: northern doom | kosmische | late-night jazz
            device: Astrolabe | Orrery | Sextant | Pendulum | Clepsydra | Theodolite | Abacus | Barometer
            figure: Cartographer | Watchmaker | Alchemist | Ferryman | Astronomer | Lamplighter | Beekeeper | Apothecary
            realm: Parallax | Meridian | Perihelion | Labyrinth | Atlantis | Ephemeris | Tessellation | Equinox
            grand: Impossible | Crystal | Infinite | Recursive | Emerald | Asymmetric | Celestial
            artist: {grand} {device} | The {figure}'s {device} | {device} Society | {realm} Theory | House {figure} | {realm} & {device} | {grand} {figure}
            title: {realm}, Pt. {roman} | The {figure} ({roman}. {realm}) | {device} | {grand} {device} | In the {figure}'s Garden | {figure}'s Lament in 7/8 | Overture: {realm} | Epilogue: {grand} {realm}
            | The {device} Stops | Dialogue between {figure} and {figure} | {number} Gates of {realm} | Through the {grand} {device} | Suite for {device}, Pt. {roman} | {realm} Rising | {figure}!
            | "Wind It Again," Said the {figure} | The {grand} Tea Party, Pt. {roman}
            album: {realm} | The {figure} and the {device} | {grand} {realm} | Tales of the {grand} {device} | {figure} {roman} | {device}s | A {grand} History of {realm}
            """);
}
