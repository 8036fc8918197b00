package org.chancery.web.ops;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chancery.service.job.JobFigures;
import org.chancery.service.job.JobService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of all nodes, read from their rows at every scrape, so it does not matter which node is asked. Without the
 * database they are missing, and the other figures are there all the same.
 */
final class JobMetrics implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);

    private final JobService jobs;

    JobMetrics(JobService jobs) {
        this.jobs = jobs;
    }

    @Override
    public MetricSnapshots collect() {
        List<JobFigures> figures = figures();
        return MetricSnapshots.of(
                gauge(
                        "chancery_job_last_success_timestamp_seconds",
                        "When a run of the job last ended well, in seconds since 1970",
                        figures,
                        job -> seconds(job.succeededAt())),
                gauge(
                        "chancery_job_last_duration_seconds",
                        "How long the run took that ended last, well or not",
                        figures,
                        job -> seconds(job.took())));
    }

    private List<JobFigures> figures() {
        try {
            return jobs.figures();
        } catch (RuntimeException e) {
            LOG.warn("metrics.incomplete what=jobs", e);
            return List.of();
        }
    }

    private static GaugeSnapshot gauge(
            String name, String help, List<JobFigures> figures, Function<JobFigures, @Nullable Double> value) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        for (JobFigures job : figures) {
            Double seconds = value.apply(job);
            if (seconds != null) {
                gauge.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("job", job.job()))
                        .value(seconds)
                        .build());
            }
        }
        return gauge.build();
    }

    private static @Nullable Double seconds(@Nullable Instant instant) {
        return instant == null ? null : seconds(Duration.between(Instant.EPOCH, instant));
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
    }
}
