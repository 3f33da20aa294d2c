package org.millwright.factory.quoting;

import java.util.List;
import org.millwright.factory.platform.identity.FactoryId;
import org.springframework.stereotype.Service;

/** Front door of quoting. */
@Service
public class Quotes {
    /** Checks, prices, dates and stores. */
    public Quote quote(QuoteRequest request) {
        throw new UnsupportedOperationException("quote " + request);
    }

    /** Throws a problem NOT_FOUND. */
    public Quote getQuote(QuoteId id) {
        throw new UnsupportedOperationException("quote " + id);
    }

    /** Price and carbon computed once more from the stored snapshot; everything else as stored. */
    public Quote reproduce(QuoteId id) {
        throw new UnsupportedOperationException("quote " + id);
    }

    /** Newest first. */
    public List<Quote> listQuotes(FactoryId factory) {
        throw new UnsupportedOperationException("quotes of " + factory);
    }
}
