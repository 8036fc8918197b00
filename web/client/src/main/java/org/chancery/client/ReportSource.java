package org.chancery.client;

/** Asked before each check. What it throws is logged, and the check goes without a report. */
@FunctionalInterface
public interface ReportSource {

    Report report();

    /** Nothing to tell, ever. */
    static ReportSource none() {
        return () -> Report.NONE;
    }
}
