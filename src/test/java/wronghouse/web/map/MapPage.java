package wronghouse.web.map;

import wronghouse.web.search.SearchPage;

/** Imports another page. */
public record MapPage(SearchPage other) {}
