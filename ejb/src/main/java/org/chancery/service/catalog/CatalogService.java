package org.chancery.service.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.model.addon.AddOns;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.catalog.Products;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.catalog.domain.CanonicalCatalog;
import org.chancery.service.catalog.domain.CatalogDescription;
import org.chancery.service.catalog.domain.CatalogValidator;
import org.chancery.service.catalog.domain.ProductShelf;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and replaces the catalog as a whole. */
@Stateless
public class CatalogService {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogService.class);
    private static final String STARTER = "starter-catalog.json";

    private final Products products;
    private final AddOns addOns;
    private final ProductShelves shelves;
    private final Ids ids;
    private final Clock clock;
    private final AuditTrail audit;

    @Inject
    public CatalogService(
            Products products, AddOns addOns, ProductShelves shelves, Ids ids, Clock clock, AuditTrail audit) {
        this.products = products;
        this.addOns = addOns;
        this.shelves = shelves;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    @SuppressWarnings("NullAway")
    public CatalogService() { // the EJB proxy needs it
        this(null, null, null, null, null, null);
    }

    /** What is sold, for everyone, in its canonical form. */
    @PermitAll
    @ReadOnly
    public CatalogDocument current() {
        return CatalogDescription.of(shelves.sold());
    }

    /**
     * Sells what the document says and nothing else. What it leaves out is retired and kept for those who have it. A
     * document that says what is sold already changes nothing.
     *
     * @return the catalog as it is now
     * @throws InvalidRequestException naming every fault of the document
     */
    @RolesAllowed(Roles.ADMIN)
    @Audited("catalog.replace")
    public CatalogDocument replace(CatalogDocument document) {
        return sell("catalog.replace", document);
    }

    /** True while nothing was ever sold here. */
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @ReadOnly
    public boolean isEmpty() {
        return products.isEmpty();
    }

    /**
     * Fills an empty catalog with the starter catalog.
     *
     * @return the catalog as it is now
     * @throws DomainException with {@link CatalogRefusal#CATALOG_NOT_EMPTY} when anything was ever sold here
     */
    @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
    @Audited("catalog.import")
    public CatalogDocument importStarter() {
        if (!products.isEmpty()) {
            throw new DomainException(CatalogRefusal.CATALOG_NOT_EMPTY, "The catalog is not empty");
        }
        return sell("catalog.import", starter());
    }

    /** The starter catalog as it is shipped. */
    static CatalogDocument starter() {
        try (InputStream json = CatalogService.class.getResourceAsStream(STARTER)) {
            if (json == null) {
                throw new IllegalStateException(STARTER + " is not in this archive");
            }
            return CatalogJson.read(json);
        } catch (IOException e) {
            throw new IllegalStateException(STARTER + " cannot be read", e);
        }
    }

    private CatalogDocument sell(String action, CatalogDocument document) {
        List<ProductShelf> all = shelves.all();
        List<FieldError> faults = CatalogValidator.faultsOf(document, kindsOf(all));
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        CatalogDocument canonical = CanonicalCatalog.of(document);
        String before = CatalogJson.write(CatalogDescription.of(all));
        String after = CatalogJson.write(canonical);
        if (!after.equals(before)) {
            new CatalogReplacement(products, addOns, ids, clock.instant()).apply(canonical, all);
            audit.record(action, null, "catalog", before, after);
            LOG.info("catalog.replaced etag={}", CatalogJson.etag(canonical));
        }
        return canonical;
    }

    private static Map<String, Map<String, PlanKind>> kindsOf(List<ProductShelf> all) {
        return all.stream().collect(Collectors.toMap(shelf -> shelf.product().code(), shelf -> shelf.plans().stream()
                .collect(Collectors.toMap(Plan::code, Plan::kind))));
    }
}
