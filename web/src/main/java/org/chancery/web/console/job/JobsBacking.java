package org.chancery.web.console.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chancery.service.job.JobService;
import org.chancery.service.job.JobView;
import org.jspecify.annotations.Nullable;

/** All jobs, asked once a request. */
@Named
@RequestScoped
public class JobsBacking {

    @Inject
    private JobService jobs;

    private @Nullable List<JobView> rows;

    /** 403 for all but operators. */
    public void load() {
        getRows();
    }

    public List<JobView> getRows() {
        if (rows == null) {
            rows = jobs.list();
        }
        return rows;
    }

    /** How many of them somebody should look at. */
    public long getTroubles() {
        return getRows().stream().filter(row -> row.state().isTrouble()).count();
    }
}
