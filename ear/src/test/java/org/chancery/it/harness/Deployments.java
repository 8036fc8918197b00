package org.chancery.it.harness;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Small WARs beside the shipped EAR; they see its classes and call its services as a page would. */
public final class Deployments {

    private static final String DEPENDENCIES = "Manifest-Version: 1.0\n"
            + "Dependencies: deployment.chancery.ear export, deployment.chancery.ear.chancery-ejb.jar export,"
            + " org.assertj.core optional\n\n";

    private Deployments() {}

    /** A WAR that holds just the test class, for tests that look inside the container. */
    public static WebArchive smallWarFor(Class<?> test, Class<?>... more) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addClass(test)
                .addClasses(more)
                .setManifest(new StringAsset(DEPENDENCIES));
    }

    /** An empty WAR: tests that call from outside need a deployment only for Arquillian to boot the server. */
    public static WebArchive nothingFor(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war");
    }
}
