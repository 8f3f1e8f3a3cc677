package org.segue.demo;

import java.util.List;

/** Songs that need to be plugged in. */
final class MachineScenes {

    private MachineScenes() {}

    static final List<String> ALL = List.of("""
            scene: kosmische
            near: clockwork prog | weather ambient | relay techno
            gear: Motor | Sender | Turbine | Kreisel | Pendel | Reaktor | Schalter | Antenne | Getriebe | Kompass
            star: Sternen | Morgen | Nebel | Fern | Licht | Mond | Sommer | Raum | Zeit | Wolken
            thing: staub | fahrt | meer | wald | bahn | spiel | garten | stille | ufer | rauschen
            town: Düsselbach | Wuppersee | Köpenheim | Bad Morgenrot | Oberhalle | Lüdenau | Nieder-Mond
            zahl: Drei | Sieben | Elf | Zwanzig
            artist: {star}{thing} | {star}{thing} | {star}{thing} | {gear} {roman} | Gruppe {gear} | {gear} {town} | Institut {star}{thing} | Neue {gear}
            title: {star}{thing} | {gear} | {gear} und {gear} | {star}{thing}, Teil {roman} | Immer {star}{thing} | Von {town} nach {town} | Für {gear} | Über {town} | Hallo {gear} | {star}{thing} ({zahl} Minuten)
            | Ein {gear} im {star}wald | Langsam, {gear} | {gear} läuft | Abfahrt {town} | Rückkehr nach {town} | Grüße aus {town}
            album: {star}{thing} | {gear} {roman} | {town} | Musik für {gear} | {gear} + {gear} | Neues aus {town}
            """, """
            scene: weather ambient
            near: woodland chamber | kosmische
            weather: Fog | Drizzle | First Snow | Cloud Cover | Frost | Light Wind | Haze | Thaw | Dew | Distant Thunder
            space: Empty Rooms | Closed Airports | Long Corridors | Swimming Pools at Night | Greenhouses | Waiting Rooms | Libraries | Ferry Terminals
            slow: Still | Patient | Unhurried | Weightless | Faint | Distant | Untitled | Hushed
            grain: Tape | Glass | Paper | Loam | Moss | Lichen | Plaster | Vapour
            artist: {slow} {grain} | {grain} Observatory | {weather} Station | {grain} & {weather} | {slow} Weather | Room {number} | Field {grain} | {grain} Drift | Department of {weather}
            title: {weather} for {space} | {slow} {grain} | {weather} | {weather} ({slow}) | {space}, {month} | {grain} Study {roman} | Music for {space} | {slow}, {slow} | {month}, {weather}
            | Nothing Happens in {space} | {number} Hours of {weather} | The Sound {grain} Makes | After {weather} | {grain} under {weather} | Lamp, {grain}, Window | Almost {weather} | Leaving {space}
            album: Music for {space} | {weather} | {slow} {grain} | {grain} Studies | {month} ({weather}) | {weather}, Vol. {roman} | A Year of {weather}
            """, """
            scene: relay techno
            near: kosmische | warehouse house | chip music
            unit: Relay | Kessel | Sequence | Vector | Ohm | Torque | Grid | Modul | Kiln | Axis
            code: 04 | 7B | 0x1F | 88 | 303½ | 12-A | 909 Miles | Null | Ø | 51.2
            state: Locked | Phased | Clipped | Sealed | Offset | Parallel | Redacted | Overclocked
            city: Tbilisi Basement | Leipzig Ost | Rotterdam Dock | Tunnel 9 | Gasworks | Silo West | Platform Zero
            artist: {unit} {code} | {state} {unit} | DJ {unit} | {unit}{unit} | {unit}werk | {state} Test | {unit} Theory | Subject {code}
            title: {unit} {code} | {state} | {unit} ({state}) | {state} {unit} | {unit} {roman} | {unit} {code} ({city} Mix) | {city} | {city}, 6 a.m. | {code} | {state} at {city} | {unit}/{unit}
            | No {unit} | {unit} Failure | {unit} Loop {number} | Do Not {unit} | {state} {code}
            album: {unit} {roman} | {state} | {city} | {unit} Works {code} | {state} EP | {unit}/{unit}
            """, """
            scene: warehouse house
            near: relay techno | mirrorball disco
            hour: 3 A.M. | 4 A.M. | 5:15 | Sunrise | After Hours | Half Past Late
            vocal: Lift Me | Hold On | Free | Believe | Higher | Release | Testify | Shine
            diva: Yvonne | Crystal | Monique | Chanelle | Roberta | Kimara | Paulette
            place: Loading Bay | Fire Exit | Cloakroom | Rooftop | Mezzanine | Car Park | Smoking Area | Back Room
            artist: {place} Collective | {diva} & the {place} | DJ {diva} | {place} Boys | MC {place} | {vocal} Committee | {diva} Deluxe | Deep {place} | The {hour} Crew
            title: {vocal} | {vocal} ({diva}'s Dub) | {vocal} ({hour} Mix) | {place} Anthem | {hour} at the {place} | {diva}'s Groove | {vocal}, {vocal} | {diva} at the {place} | One More for {diva}
            | Can You Feel the {place}? | Everybody in the {place} | {hour} | {weekday} at the {place} | Who's Got My Coat? | {diva} Said "{vocal}" | Piano in the {place} | {vocal} till {hour} | {place} Dub
            album: {vocal} | {hour} | The {place} Sessions | {place} Classics, Vol. {roman} | {diva}'s House | Live from the {place}
            """, """
            scene: arcade synth-pop
            near: slow-motion dream pop | ministry post-punk | tokyo-bay city pop | chip music
            lit: Laser | Vector | Fluorescent | Chrome | Digital | Electric | Magnetic | Ultra
            heart: Heart | Boulevard | Romance | Answering Machine | Telephone | Boyfriend | Hotel | Mirror | Vacation | Photograph
            city: Vienna Nord | Geneva | New Trieste | Ostend | Luxembourg | Monaco Sud | Antwerp
            who: Katja | Dominik | Sabine | Marcel | Ulla | Xavier | Bettina | Jean-Luc
            artist: {lit} {heart} | {who} {lit} | {city} {heart} | {heart} Avenue | The {lit} {heart}s | {who} + {who} | {lit} {city} | Hotel {city}
            title: {lit} {heart} | {heart} | {who} Is on the {heart} | {heart} in {city} | {lit} Love | Goodbye, {city} | {who} Never Dances | Your {lit} Eyes | Dial {number} for {who} | {heart} of {heart}s
            | {city}, {city} | {lit} {lit} {heart} | Meet Me in {city} | Don't Leave Your {heart}, {who} | Cold {heart} | This Machine Loves {who} | Rewind, {who} | {month} in {city} | Shoulder Pads
            album: {lit} {heart} | {city} | {heart}s | {who} | The {heart} Tape | {lit} Nights in {city} | {number} Photographs of {who}
            """, """
            scene: chip music
            near: arcade synth-pop | relay techno
            level: Level | World | Stage | Zone | Castle | Dungeon
            item: Potion | Slime | Boomerang | Save Point | Extra Heart | Treasure Chest | Power-Up | Cartridge | Joystick | Cheat Code
            foe: Boss | Dragon | Skeleton | Final Boss | Mushroom King | Ghost | Penguin | Wizard
            bit: 8-Bit | Pixel | Mega | Turbo | Hyper | Tiny | Glitch | Ultra
            artist: {bit}{bit} | {bit} {foe} | {item} Hunters | {foe}.exe | {bit} {item} | Sir {item} | Player {number} | The {bit} {foe}s
            title: {level} {number} | {foe} Battle | {bit} {item} | {level} {number}-{number} | {foe} Has Entered the Chat | Get the {item}! | {item}, Please | {level} of the {foe} | {bit} {foe}'s Theme | Game Over ({bit} Mix)
            | Insert {item} | You Died (Again) | {bit} {level} | {foe} vs. {foe} | Underwater {level} | Credits Roll | Lost in {level} {number} | Please Don't Turn Off the {foe} | Pause Menu | {item} Shop
            album: {bit} {level} | {level} {number} | Quest for the {item} | {foe}s & {item}s | {bit} Soundtrack | Press Start | The Legend of the {item}
            """);
}
