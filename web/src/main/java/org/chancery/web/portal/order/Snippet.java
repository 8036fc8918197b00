package org.chancery.web.portal.order;

import java.util.List;
import org.chancery.web.portal.component.Downloads;
import org.jspecify.annotations.Nullable;

/**
 * Lines to copy that give an instance its license.
 *
 * @param word names it in texts and ids
 * @param code the lines, which may hold the license secret
 */
public record Snippet(String word, String code) {

    private static final String CLIENT =
            """
            # 1. The client: one file that needs Java 17
            curl -fO @url@client

            # 2. The license secret, readable by you alone
            (umask 077 && echo '@secret' > license-secret)

            # 3. Start it; from now on it keeps this server licensed
            java -jar chancery-client.jar \\
              --url=@url --license-secret-file=license-secret \\
              --product=@product --product-version=1.0.0 --release-date=2026-01-01 \\
              --deployment-id=main --instance-name=server-1
            """;

    private static final String DOCKER =
            """
            # .env beside compose.yaml, readable by you alone
            LICENSE_SERVER_URL=@url
            LICENSE_SECRET=@secret

            # compose.yaml
            services:
              @product:
                image: @product:latest
                restart: unless-stopped
                env_file: .env
                volumes:
                  - license-state:/var/lib/@product
            volumes:
              license-state:
            """;

    private static final String SYSTEMD =
            """
            # /etc/@product/license.env, mode 600
            LICENSE_SERVER_URL=@url
            LICENSE_SECRET=@secret

            # /etc/systemd/system/@product.service.d/license.conf
            [Service]
            EnvironmentFile=/etc/@product/license.env

            # then
            sudo systemctl daemon-reload
            sudo systemctl restart @product
            """;

    private static final String CURL =
            """
            b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
            CHECK_SECRET="chk_$(openssl rand 32 | b64url)"  # keep it: the next check needs it
            HASH="$(printf %s "$CHECK_SECRET" | openssl dgst -sha256 -binary | b64url)"
            curl @url/api/v1/instances \\
              -H "Authorization: Bearer @secret" \\
              -H "Idempotency-Key: $(openssl rand -hex 16)" \\
              -H "Content-Type: application/json" \\
              -d @- <<END
            {"product": "@product", "productVersion": "1.0.0", "releaseDate": "2026-01-01",
             "deploymentId": "main", "instanceName": "first", "seatClass": "production",
             "bootId": "$(openssl rand -hex 8)", "nextSecretHash": "$HASH",
             "nonce": "$(openssl rand 24 | b64url)"}
            END
            """;

    /** @param secret the license secret, or a stand-in once it is masked */
    static List<Snippet> all(String baseUrl, String product, String secret) {
        return List.of(
                new Snippet("client", filled(CLIENT, baseUrl, product, secret)),
                new Snippet("docker", filled(DOCKER, baseUrl, product, secret)),
                new Snippet("systemd", filled(SYSTEMD, baseUrl, product, secret)),
                new Snippet("curl", filled(CURL, baseUrl, product, secret)));
    }

    /** What can be downloaded for it, or null. */
    public @Nullable String download() {
        return word.equals("client") ? Downloads.CLIENT : null;
    }

    private static String filled(String template, String baseUrl, String product, String secret) {
        return template.replace("@client", Downloads.CLIENT)
                .replace("@url", baseUrl)
                .replace("@secret", secret)
                .replace("@product", product)
                .strip();
    }

    @Override
    public String toString() {
        return "Snippet[" + word + "]"; // the lines may hold a secret
    }
}
