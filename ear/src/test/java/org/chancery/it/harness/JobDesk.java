package org.chancery.it.harness;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.model.job.Job;
import org.chancery.service.job.JobRunner;
import org.chancery.service.job.JobService;
import org.chancery.service.platform.Roles;

/** Wakes for a job inside the server, as a timer does, through the service of the shipped EAR. */
@Stateless
@RunAs(Roles.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobDesk {

    @EJB(lookup = "java:global/chancery/chancery-ejb/JobService")
    private JobService service;

    /** True when this wake-up was the one that did the job. */
    public boolean wake(Job job) {
        AtomicBoolean done = new AtomicBoolean();
        new JobRunner(service, Clock.systemUTC()).run(job, hold -> done.set(true));
        return done.get();
    }
}
