package org.chancery.it.harness;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Small WARs beside the shipped EAR: they see its classes and boot the server, once for all tests. */
public final class Deployments {

    private static final String MANIFEST = "Manifest-Version: 1.0\n"
            + "Dependencies: deployment.chancery.ear, deployment.chancery.ear.chancery-ejb.jar\n\n";

    /** Who its beans are, to the services of the EAR. */
    private static final String OPERATOR =
            """
            <jboss:ejb-jar xmlns:jboss="urn:jboss:jakartaee:1.0" xmlns="https://jakarta.ee/xml/ns/jakartaee"
                xmlns:s="urn:security:2.0" version="4.0" impl-version="4.0">
              <assembly-descriptor><s:security>
                <ejb-name>*</ejb-name>
                <s:run-as-principal>operator:00000000-0000-0007-0000-000000000007</s:run-as-principal>
              </s:security></assembly-descriptor>
            </jboss:ejb-jar>
            """;

    private Deployments() {}

    /** The same with beans that act as an operator. */
    public static WebArchive actingAsOperator(Class<?> test) {
        return probeFor(test).addAsWebInfResource(new StringAsset(OPERATOR), "jboss-ejb3.xml");
    }

    /** The WAR of a test that calls from outside: only the probe, under the test's name. */
    public static WebArchive probeFor(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addClass(Probe.class)
                .setManifest(new StringAsset(MANIFEST));
    }
}
