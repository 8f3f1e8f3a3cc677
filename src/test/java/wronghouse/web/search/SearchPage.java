package wronghouse.web.search;

/** A page that another page imports. */
public record SearchPage(String typed) {}
