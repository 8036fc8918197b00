package org.chancery.it.harness;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Small WARs beside the shipped EAR: they see its classes and boot the server, once for all tests. */
public final class Deployments {

    private static final String MANIFEST = "Manifest-Version: 1.0\n"
            + "Dependencies: deployment.chancery.ear, deployment.chancery.ear.chancery-ejb.jar\n\n";

    private Deployments() {}

    /** The WAR of a test that calls from outside: only the probe, under the test's name. */
    public static WebArchive probeFor(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addClass(Probe.class)
                .setManifest(new StringAsset(MANIFEST));
    }
}
