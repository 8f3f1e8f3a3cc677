package org.segue.demo;

import java.util.List;

/** Songs with wood, weather and handwriting in them. */
final class FolkScenes {

    private FolkScenes() {}

    static final List<String> ALL = List.of("""
            scene: harbour folk
            near: woodland chamber | long-road country
            given: Maren | Elsbet | Tormod | Isla | Ruari | Solveig | Hamish | Ingrid | Brannoc | Eilidh
            family: Kelpwick | Tarnvåg | Havnesund | Skerrow | Saltby | Ormskjær | Rooksay | Lundvik | Strandby | Marrowe
            boat: Ketch | Dory | Trawler | Ferry | Lighter | Coracle | Longboat | Pilot Cutter
            thing: Lantern | Herring | Anchor | Cormorant | Tide Table | Lighthouse | Oilskin | Barnacle | Harbourmaster | Foghorn
            sky: Grey | Salt | North | Slack | Drowned | Low | Rain-Blown | Winter | Tarred | Lee
            place: Skarvik | Kittiwake Bay | Dunmorrow | Port Ellory | St. Brannock's | Låg Island | Hollow Head | The Far Skerries
            artist: {given} {family} | {given} {family} | {given} & the {thing}s | {sky} {boat} | The {sky} {thing}s | The {sky} Water Singers
            title: {sky} {thing} | The {thing} of {place} | {place} by Morning | Who Tied the {boat}? | Haul Away, {given} | {given}'s {thing}
            | When the {boat} Comes Home | {month} on the {boat} | The Ballad of {given} {family} | {number} Miles of {sky} Water
            | Don't Wake the {thing} | "Land," Said the {thing} | Leaving {place} | My {boat}, My Own | Letters to {place}
            | The {boat} That Wouldn't Sink | A {sky} Wind for {given} | {given}, Mend the Nets | Home Is a {boat}
            album: {place} | {sky} Water | Songs for a {boat} | The {thing} Years | {month} Tides | A {thing} in {month} | Low Tide, {place}
            | The {place} Fish Market Tapes | {number} {boat}s
            """, """
            scene: woodland chamber
            near: harbour folk | bedroom pop | chanson de quartier | weather ambient
            given: Ottoline | Fenella | Caspian | Wilhelmina | Tobias | Rosalind | Ambrose | Linnea | Perpetua | Corwin
            family: Thistlewood | Wrenfield | Amberley-Moss | Hollowell | Larkspur | Quillfeather | Fernsby | Ashgrove | Penhallow | Vane
            bird: Wren | Heron | Nightjar | Thrush | Moorhen | Owl | Starling | Chaffinch
            tree: Alder | Rowan | Hawthorn | Yew | Linden | Birch | Elder | Hazel
            paper: Letter | Almanac | Postcard | Diary | Map | Recipe | Will | Herbarium
            instrument: Viola | Cello | Harmonium | Dulcimer | Oboe | Celesta
            artist: {given} {family} | {given} {family} | {tree} & {bird} | The {family} {instrument}s | Consort of {bird}s | The {tree} {paper} | {given} with {instrument}
            title: {bird} in the {tree} | {instrument} for a {bird} | {paper} from {given} | Dear {given}, | The {tree} Remembers | {month}, Under the {tree}
            | {given} {family}'s Last {paper} | {number} {bird}s, One {tree} | A {paper} Pressed in {month} | Lullaby for {instrument} and {bird}
            | To the {bird} at My Window | The {bird}'s {paper} | I Was a {tree} Once | Inheritance ({instrument} and Rain) | Waltz of the Unposted {paper}s
            | The Orchard Is Closed | {tree} Smoke | Where {bird}s Go in {month}
            album: The {bird} {paper} | {tree} Year | {paper}s & {instrument}s | The House Behind the {tree}s | {month} {paper} | {number} {bird}s
            | An Unfinished {paper} | {given}'s Garden
            """, """
            scene: bedroom pop
            near: woodland chamber | slow-motion dream pop
            room: kitchen | hallway | bathtub | attic | laundry room | spare room | balcony | stairwell
            object: kettle | duvet | toaster | houseplant | fridge light | radiator | lampshade | teaspoon | cardigan | bicycle bell
            mood: sleepy | shy | soft | sorry | homesick | lukewarm | almost | quietly fine | half awake | overdue
            who: ines | your sister | my landlord | the neighbours | nobody | mum | the cat | everyone's ex
            artist: {mood} {object} | {object} club | {object} & sons | the {object}s | nap {object} | {number} {object}s | small {object} | {room} choir | dr. {object}
            title: {mood} in the {room} | songs for {who} | the {object} song | {who}, call me back | i left my {object} at yours | {mood} {mood} | {object}, pt. {number}
            | {weekday} in the {room} | you can keep the {object} | {who} says hi | crying at the {object} | demo ({object} in background) | {mood}, but like, {mood}
            | don't tell {who} | {object} weather | {number} missed calls from {who} | we should paint the {room} | is that {who}? | ok, {object}
            album: {mood} | songs from the {room} | the {object} ep | {weekday}, {mood} | {mood} songs for {who} | {number} {object}s | bye, {room}
            """, """
            scene: long-road country
            near: harbour folk | desert rock
            given: Loretta Mae | Clem | Darlene | Wade | Jolie Ann | Amos | Birdie | Harlan | Odell | Tammy Rae
            family: Culpepper | Dusenberry | Boothe | Yancey | Applewhite | Mudd | Fairweather | Sorrell | Tuttle | Quarrels
            truck: Pickup | Flatbed | Tractor | Greyhound Bus | Camper | Tow Truck | Combine
            town: Lubbick | Mercy Springs | Ottumbo | Cheyanne Flats | Little Regret | Bakersville Junction | Two Creeks | Abileen
            drink: Coffee | Bourbon | Buttermilk | Root Beer | Rye | Sweet Tea
            trouble: Rain | Taxes | Lawyers | Dogs | Weeds | Memories | Brothers-in-Law | Second Thoughts
            artist: {given} {family} | {given} {family} | {given} {family} & the {town} Boys | The {drink} Brothers | The {truck} Ramblers | {town} Revival
            title: {town} in My Rear-View Mirror | {drink} and {trouble} | She Took the {truck} | He Left Me the {trouble} | My {truck} Don't Cry | {number} Miles to {town}
            | Pour Me a {drink}, {given} | If {trouble} Were Dollars | {given} Don't Live Here Anymore | I've Been Through {town} on Better Days | That Ain't My {truck}
            | Two-Steppin' with {trouble} | {town} Line | {weekday} Night, {town} | Lord, Send Less {trouble} | {drink} on the Dashboard | Mama Sold the {truck}
            | You Can't Divorce {town}
            album: {town} | {drink} & {trouble} | The {truck} Sessions | {given}'s Place | Back to {town} | Long Way from {town} | {number} Kinds of {trouble}
            """);
}
