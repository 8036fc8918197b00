package org.chancery.service.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chancery.model.addon.InMemoryAddOns;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.catalog.InMemoryProducts;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.platform.Caller;
import org.jspecify.annotations.Nullable;

/** A catalog in memory, and documents made from a small sound one by changing a spot. */
public final class CatalogFixture {

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    /** Two plans of both kinds and three add-ons, everything said that can be said. */
    public static final String SOUND =
            """
            {"products":[{"code":"iot","name":"IoT","proration":"day","plans":[
              {"code":"basic","name":"Basic","kind":"subscription","support":"priority","leaseSeconds":3600,"trialDays":14,
               "limits":{"devices":500,"assets":"unlimited"},"instances":{"production":2,"development":1},
               "features":["rules"],
               "prices":[{"currency":"EUR","period":"month","amount":1000},{"currency":"EUR","period":"year","amount":10000}],
               "addOns":[{"code":"users","included":2,"max":10,"prices":[{"currency":"EUR","period":"month","amount":400}]},
                         {"code":"domains","included":0,"max":100},{"code":"brands","included":0,"max":5}]},
              {"code":"forever","name":"Forever","kind":"perpetual","support":"community",
               "instances":{"production":1,"development":0},"updatesRenewalPercent":40,
               "prices":[{"currency":"EUR","period":"once","amount":499000}],
               "addOns":[{"code":"users","included":0,"max":100}]}],
              "cancellation":["period_end"],
              "addOns":[
               {"code":"users","name":"Users","unit":"user","grants":{"limits":{"users":1}},
                "prices":[{"currency":"EUR","period":"month","amount":500},{"currency":"EUR","period":"once","amount":5000}]},
               {"code":"domains","name":"Domains","grants":{"domains":1},
                "prices":[{"currency":"EUR","period":"month","amount":2000}]},
               {"code":"brands","name":"Brands","requires":["domains"],
                "grants":{"instances":{"production":1},"brands":1,"support":"extended","features":["branding"]},
                "prices":[{"currency":"EUR","period":"month","amount":2000}]}]}]}
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final InMemoryProducts products = new InMemoryProducts();
    public final InMemoryAddOns addOns = new InMemoryAddOns();
    public final List<AuditEntry> audited = new ArrayList<>();
    public final ProductShelves shelves = new ProductShelves(products, addOns);
    public final CatalogService service;

    public CatalogFixture() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Ids ids = new Ids(clock, new SecureRandom());
        AuditTrail audit = new AuditTrail(new RecordedEntries(), new Caller(() -> "system"), ids, clock);
        service = new CatalogService(products, addOns, shelves, ids, clock, audit);
    }

    /** With the starter catalog on the shelf. */
    public static CatalogFixture withStarter() {
        CatalogFixture fixture = new CatalogFixture();
        fixture.service.importStarter();
        return fixture;
    }

    /** With a catalog on the shelf. */
    public static CatalogFixture with(CatalogDocument document) {
        CatalogFixture fixture = new CatalogFixture();
        fixture.service.replace(document);
        return fixture;
    }

    /** The only product, for somebody who holds these prices. */
    public ProductShelf shelf(Collection<UUID> heldPrices) {
        return shelves.of(products.all().get(0).id(), heldPrices);
    }

    public static CatalogDocument sound() {
        return document(SOUND);
    }

    /** The sound document with another value at a JSON pointer; an empty text removes what is there. */
    public static CatalogDocument soundBut(String pointer, String json) {
        return but(SOUND, pointer, json);
    }

    /** Another document with another value at a JSON pointer; an empty text removes what is there. */
    public static CatalogDocument but(String document, String pointer, String json) {
        try {
            JsonNode root = MAPPER.readTree(document);
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = root.at(pointer.substring(0, slash));
            put(parent, pointer.substring(slash + 1), json.isEmpty() ? null : MAPPER.readTree(json));
            return document(MAPPER.writeValueAsString(root));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JsonNode parent, String name, @Nullable JsonNode node) {
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (node == null) {
                array.remove(index);
            } else if (index == array.size()) {
                array.add(node);
            } else {
                array.set(index, node);
            }
        } else if (node == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, node);
        }
    }

    public static CatalogDocument document(String json) {
        try {
            return CatalogJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class RecordedEntries implements AuditEntries {

        @Override
        public void add(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }
}
