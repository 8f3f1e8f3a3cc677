package org.segue.demo;

import java.util.List;

/** Songs for hips, heads and small hours. */
final class GrooveScenes {

    private GrooveScenes() {}

    static final List<String> ALL = List.of("""
            scene: mirrorball disco
            near: warehouse house | sunday soul | tokyo-bay city pop
            shine: Glitter | Sequin | Mirrorball | Champagne | Satin | Rhinestone | Platinum | Velvet
            move: Boogie | Hustle | Shimmy | Strut | Bump | Slide | Twirl | Bounce
            who: Glorietta | Donatella | Coco | Fabrizio | Lady Denise | Marvello | Tina Louise | Big Sal
            party: Discothèque | Roller Rink | Penthouse | Cruise Ship | Dance Floor | Limousine | Elevator
            artist: {shine} {move} | The {shine} Express | {who} & Co. | {who} & the {shine} Band | {shine} City Orchestra | {move} Unlimited | {party} Players | {shine} Sisters
            title: {move} | {move} at the {party} | {shine} Lady | Do the {shine} {move} | {who} Wants to {move} | {shine} Fever | {move} Me, {who} | Love at the {party} | {move} ('Til {weekday})
            | Burnin' Up the {party} | Everybody {move} | Shake Your {shine} | {weekday} Night {shine} | Keep On {move}in' | Last Dance at the {party} | {who}'s {move} (12" Version) | Ooh, {who}
            | Take the {party}, Baby | {shine} Shoes
            album: {shine} | {move}! | {shine} Nights | At the {party} | {who} Does the {move} | {move} & {move} | {shine} at the {party}
            """, """
            scene: sunday soul
            near: mirrorball disco | corner-shop rap | late-night jazz
            given: Ernestine | Otha | Dolores | Lucius | Verna | Roscoe | Ida Belle | Clarence | Maxine | Leotis
            family: Bellweather | Dupree-Jones | Gaines | Pettibone | Holloway-Reed | Summers | Treadwell | Mayfair | Lovejoy
            sweet: Honey | Sugar | Peaches | Molasses | Butterscotch | Gravy | Cornbread
            feeling: Mercy | Patience | Sorrow | Tenderness | Forgiveness | Trouble | Devotion | Pride
            street: Eleventh Street | Magnolia Avenue | Beale Lane | Church Hill | Dearborn Court
            artist: {given} {family} | {given} {family} | {given} {family} | The {feeling} Tones | {given} & the {sweet} Drops | The {street} Choir | Little {given} {family} | The {family} Family
            title: {feeling} | {sweet} {feeling} | Have {feeling} on Me | {feeling}, {feeling} | Your Love Is {sweet} | Walking Down {street} | I'm Out of {feeling} | {given}, Come Home | A Little {sweet}, a Lot of {feeling}
            | {feeling} Ain't Free | Baby, That's {sweet} | {weekday} Morning {feeling} | Ain't No {sweet} on {street} | Too Much {feeling} | Tell {given} I Said {feeling} | {sweet} in My Coffee | Lord, {given}
            | The Preacher's {sweet} | {feeling} on {street}
            album: {feeling} | {sweet} & {feeling} | {given} Sings {feeling} | {street} | The {feeling} of {given} {family} | Live on {street} | {weekday} {feeling}
            """, """
            scene: corner-shop rap
            near: sunday soul
            nick: Biscuit | Professor | Auntie | Ledger | Umbrella | Coupon | Dr. Crumb | Fader | Tuxedo | Nana
            brag: Verified | Certified | Fresh | Polite | Notarised | Undefeated | Well-Read | Punctual
            shop: Laundromat | Barbershop | Corner Shop | Chicken Shop | Bodega | Bus Depot | Post Office
            money: Receipts | Loose Change | Coupons | Dividends | Invoices | Rent | Pension
            artist: MC {nick} | {brag} {nick} | {nick} & {nick} | Lil {nick} | The {shop} Clan | {nick} the {brag} | Young {money} | {shop} Poets | Big {nick}
            title: {brag} | {money} | {shop} Freestyle | {money} on My Mind | {nick} Season | {brag} Flow | Back at the {shop} | {brag} & {brag} (feat. {nick}) | {money}, {money}, {money} | Who Stole My {money}?
            | Interlude: {shop} | {nick} Told Me | No {money}, No {money} | {shop} to {shop} | Skit: {nick} Calls the {shop} | {number} Bars for {nick} | {brag} since {weekday} | {nick}'s Revenge | {shop} (Remix feat. {nick})
            album: {brag} | {money} | The {shop} Tape | {nick} Season | {brag}, Vol. {roman} | {shop} Chronicles | {money} & {money}
            """, """
            scene: late-night jazz
            near: sunday soul | kitchen bossa | clockwork prog
            given: Thaddeus | Elmer | Cornelia | Lowell | Hazel | Percival | Mabel | Rufus | Sylvester | Winifred
            family: Blumm | Carruthers | Delacroix-Hayes | Mingleton | Oxley | Partridge | Stubbs | Winterbourne | Zeller
            horn: Tenor | Trumpet | Trombone | Vibraphone | Double Bass | Clarinet | Flugelhorn | Baritone
            note: Blue | Minor | Diminished | Midnight | Sidewalk | Velvet | Lopsided
            spot: Cellar | Lamp Post | Fire Escape | Taxi Stand | Diner | Coat Rack | Night Bus | Elevator
            artist: {given} {family} Trio | {given} {family} Quartet | {given} {family} | {given} "{horn}" {family} | The {note} {spot} Five | {spot} Big Band | {family} & {family}
            title: {note} {spot} | Blues for {given} | {given}'s {spot} | {horn} in the {spot} | Waltz for a {note} {spot} | So Said {given} | {spot} at {number} | Round About {number} | {note} {horn} | {given} & {given}
            | Take the {spot} | Where's My {horn}? | {note}, {note} | {horn} Solo, Regretted | A {spot} in {month} | Ballad of the Broken {horn} | Stroll to the {spot} | {given} Missed the Bus | The {note} Umbrella
            album: {note} {spot} | {horn} Moods | {given} Plays {note} | Live at the {spot} | {given} {family} in {month} | {number} O'Clock | {note} {horn}s
            """, """
            scene: kitchen bossa
            near: late-night jazz | chanson de quartier
            given: Iracema | Joãozinho | Luzia | Benedito | Marilda | Zeca | Conceição | Tainara | Anselmo | Graça
            family: do Ribeirão | Guimarães Sol | da Maré | Pitanga | Assunção | das Dores | Caramuru | Boa Manhã
            fruit: Maracujá | Limão | Goiaba | Caju | Mamão | Jabuticaba | Banana | Manga
            sea: Praia | Maré | Chuva | Varanda | Rede | Areia | Lua | Manhã | Jangada
            love: Saudade | Carinho | Preguiça | Ternura | Silêncio | Coração
            artist: {given} {family} | {given} {family} | {given} {family} | Trio {fruit} | Conjunto {sea} | {given} e {given} | Bossa {fruit}
            title: {love} | {sea} | {sea} de {month_pt} | Samba da {sea} | {love} e {fruit} | {fruit} | {given} na {sea} | Canção para {given} | {love} de {given} | Bom Dia, {given} | Quando Vem {sea} | {fruit} com Açúcar
            | Não Chora, {given} | {love}, Meu {love} | O Violão de {given} | Só {love} | Essa {sea} Não Espera | Café com {fruit} | {love} em {month_pt}
            month_pt: Janeiro | Fevereiro | Março | Abril | Maio | Junho | Setembro | Dezembro
            album: {love} | {sea} e {sea} | {fruit} | {given} Canta | {love} em {month_pt} | {sea} | Na Cozinha com {given}
            """, """
            scene: chanson de quartier
            near: woodland chamber | kitchen bossa
            given: Honorine | Anatole | Clémence | Gaspard | Léonie | Théophile | Mireillette | Hippolyte | Apolline | Barnabé
            family: Belleforêt | Duclos-Perrin | Marchepied | Rossignol | Lavigne-Brun | Chantecaille | Montgolfine | Petitjour
            place: Boulangerie | Gare | Mansarde | Terrasse | Fenêtre | Rue des Lilas | Péniche | Bibliothèque
            thing: Parapluie | Croissant | Vélo | Chagrin | Accordéon | Réverbère | Mouchoir | Pigeon | Foulard
            feel: Triste | Léger | Tendre | Perdu | Bleu | Distrait | Oublié
            artist: {given} {family} | {given} {family} | {given} {family} | {given} et {given} | Les {thing}s {feel}s | Café {family} | Mademoiselle {family}
            title: Le {thing} {feel} | À la {place} | Mon {thing} | L'Amour à la {place} | {given} | Adieu, {given} | Où est mon {thing}? | La {place} de Minuit | Je t'attends à la {place} | Un {thing}, Deux {thing}s | C'est {feel}, {given}
            | Chanson pour {given} | {given}, mon {thing} | Trop {feel} pour Danser | La Valse du {thing} | Ça Va, {given}? | Sous le {thing} | Tu M'as Volé mon {thing} | {feel}, {feel}
            album: {place} | Le {thing} | {given} à la {place} | {feel} | Chansons pour {given} | Le {thing} et le {thing}
            """, """
            scene: tokyo-bay city pop
            near: mirrorball disco | arcade synth-pop
            given: Mayumi | Haruka | Junko | Kenji | Naomi | Takuya | Reiko | Shun | Yuki | Emiko
            family: Minatogawa | Aozora | Hoshinaka | Kazemachi | Umibe | Natsuhara | Shirogane | Asagiri
            night: 真夜中 | 夏 | 雨 | 海辺 | 週末 | 夕暮れ | 港 | 星空
            thing: ドライブ | ロマンス | メロディー | カクテル | シーサイド | ラジオ | サンセット | エアポート
            bay: Seaside | Highway | Skyline | Convertible | Poolside | Harbor Light | Resort | Freeway
            mood: Breezy | Sparkling | Midnight | Summer | Lonely | Turquoise | Weekend
            artist: {given} {family} | {given} {family} | {given} {family} | {mood} {bay} | {family} {bay} Club | {given} & {bay}
            title: {night}の{thing} | {thing} | {night}と{thing} | {mood} {bay} | {bay} Lover | {thing} ({mood} Mix) | {given}の{thing} | {bay} No. {number} | {night}まで | Goodbye, {bay} | {mood} {thing} | {night}のSeaside
            | {weekday} {bay} | さよなら{thing} | {bay} in {month} | Telephone to {given} | {mood}, {mood} | {thing}をもう一度 | {night} Highway
            album: {mood} {bay} | {night} | {bay} | {thing} | {mood} {thing} | {given}'s {bay} | {night}の{thing}
            """);
}
