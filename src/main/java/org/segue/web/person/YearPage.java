package org.segue.web.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.people.listening.ListeningReport;
import org.segue.people.listening.ListeningReports;
import org.segue.people.listening.Period;
import org.segue.people.listening.Streak;
import org.segue.web.Language;
import org.segue.web.PageResponse;

/** What a year of a person's listening was, as a page and as a picture to keep. */
@Path("/people/{user}/year/{year}")
@Blocking
public class YearPage {

    private static final String SVG = "image/svg+xml";
    private static final int FIRST_YEAR = 1970;

    private final Catalog catalog;
    private final ListeningReports reports;
    private final Language language;
    private final Access access;

    YearPage(Catalog catalog, ListeningReports reports, Language language, Access access) {
        this.access = access;
        this.catalog = catalog;
        this.reports = reports;
        this.language = language;
    }

    /**
     * A year of somebody.
     *
     * @param own whether it is the reader's own
     * @param months a bar each
     * @param streakFrom first day of the most days in a row, as written
     * @param streakTo the last of them
     */
    @TemplateData
    public record YearView(
            User user,
            boolean own,
            String year,
            ListeningReport report,
            List<Month> months,
            Streak streak,
            String streakFrom,
            String streakTo) {

        private static final int FIRST_LINE = 760;
        private static final int LINE_HEIGHT = 48;

        /** Where the line of a favorite begins in the picture, from the top. */
        public int line(int index) {
            return FIRST_LINE + LINE_HEIGHT * index;
        }
    }

    /**
     * A month of the year.
     *
     * @param name short
     * @param height in percent of the month of most plays
     */
    @TemplateData
    public record Month(String name, int plays, int height) {

        /** Where the bar begins, from the top, in percent. */
        public int top() {
            return 100 - height;
        }
    }

    /** The page; of a year without plays it says so. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String user, @RestPath String year) {
        return view(user, year)
                .map(view -> PageResponse.page(PageResponse.OK, Templates.year(view)))
                .orElseGet(PageResponse::missing);
    }

    /** The picture. */
    @GET
    @Path("picture")
    @Produces(SVG)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> picture(@RestPath String user, @RestPath String year) {
        return view(user, year)
                .map(view -> RestResponse.ResponseBuilder.ok(Templates.yearPicture(view))
                        .header(HttpHeaders.CONTENT_TYPE, SVG + ";charset=UTF-8")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"year-" + view.year() + ".svg\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build())
                .orElseGet(PageResponse::missing);
    }

    private Optional<YearView> view(String user, String typed) {
        if (!typed.matches("\\d{4}") || Integer.parseInt(typed) < FIRST_YEAR) {
            return Optional.empty();
        }
        LocalDate first = Year.parse(typed).atDay(1);
        return catalog.user(user)
                .join()
                .map(found -> view(found, typed, reports.of(reports.log(found.id()), Period.YEAR, first)));
    }

    private YearView view(User user, String year, ListeningReport report) {
        Streak streak = report.streak();
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
        return new YearView(
                user,
                access.caller().is(user.id()),
                year,
                report,
                months(report, language.locale()),
                streak,
                day.format(streak.first()),
                day.format(streak.last()));
    }

    private static List<Month> months(ListeningReport report, Locale locale) {
        int[] plays = new int[12];
        for (int k = 0; k < report.days().size(); k++) {
            plays[report.first().plusDays(k).getMonthValue() - 1] +=
                    report.days().get(k);
        }
        int most = 1;
        for (int count : plays) {
            most = Math.max(most, count);
        }
        List<Month> months = new ArrayList<>();
        for (int k = 0; k < plays.length; k++) {
            String name = YearMonth.of(report.first().getYear(), k + 1)
                    .getMonth()
                    .getDisplayName(TextStyle.SHORT_STANDALONE, locale);
            months.add(new Month(name, plays[k], Math.round(100f * plays[k] / most)));
        }
        return months;
    }

    /** The templates. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance year(YearView view);

        static native TemplateInstance yearPicture(YearView view);
    }
}
