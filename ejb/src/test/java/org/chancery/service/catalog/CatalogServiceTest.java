package org.chancery.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.catalog.CatalogFixture.SOUND;
import static org.chancery.service.catalog.CatalogFixture.but;
import static org.chancery.service.catalog.CatalogFixture.document;
import static org.chancery.service.catalog.CatalogFixture.sound;
import static org.chancery.service.catalog.CatalogFixture.soundBut;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.addon.AddOnAllowance;
import org.chancery.model.catalog.Plan;
import org.chancery.model.catalog.Price;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.catalog.domain.ProductShelf;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the catalog as it is answered spells out whatever is looked at here
class CatalogServiceTest {

    private static final String AMOUNT = "/products/0/plans/0/prices/0/amount";
    private final CatalogFixture catalog = new CatalogFixture();

    @Test
    void what_was_put_is_what_is_answered_byte_for_byte() {
        catalog.service.replace(sound());
        String said = SOUND.replaceAll("\\n\\s*", "");
        assertThat(CatalogJson.write(catalog.service.current())).isEqualTo(said);
        assertThat(CatalogJson.write(document(said))).isEqualTo(said);
    }

    @Test
    void what_is_answered_can_be_put_and_changes_nothing() {
        catalog.service.importStarter();
        String before = CatalogJson.write(catalog.service.current());
        Set<UUID> prices = priceIds();

        catalog.service.replace(document(before));

        assertThat(CatalogJson.write(catalog.service.current())).isEqualTo(before);
        assertThat(priceIds()).isEqualTo(prices);
        assertThat(catalog.audited).as("only the import").hasSize(1);
    }

    @Test
    void a_document_that_only_leaves_out_defaults_changes_nothing() {
        catalog.service.replace(document("{\"products\":[{\"code\":\"x\",\"name\":\"X\"}]}"));
        catalog.service.replace(
                document("{\"products\":[{\"code\":\"x\",\"name\":\"X\",\"proration\":\"second\",\"plans\":[],"
                        + "\"cancellation\":[\"now\",\"period_end\"]}]}"));
        assertThat(catalog.audited).hasSize(1);
        assertThat(CatalogJson.write(catalog.service.current()))
                .isEqualTo("{\"products\":[{\"code\":\"x\",\"name\":\"X\",\"proration\":\"second\",\"plans\":[],"
                        + "\"cancellation\":[\"period_end\",\"now\"],\"addOns\":[]}]}");
    }

    @Test
    void a_plan_that_says_little_includes_one_production_instance_and_community_support() {
        catalog.service.replace(document("{\"products\":[{\"code\":\"x\",\"name\":\"X\",\"plans\":["
                + "{\"code\":\"p\",\"name\":\"P\",\"kind\":\"subscription\",\"prices\":[]}]}]}"));
        CatalogDocument.PlanEntry plan =
                catalog.service.current().products().get(0).plans().get(0);
        assertThat(plan.instances()).isEqualTo(new CatalogDocument.InstancesEntry(1, 0));
        assertThat(plan.support()).isEqualTo("community");
    }

    @Test
    void the_order_of_limits_plans_and_prices_can_be_changed() {
        catalog.service.replace(sound());
        String turned = SOUND.replace(
                        "\"devices\":500,\"assets\":\"unlimited\"", "\"assets\":\"unlimited\",\"devices\":500")
                .replaceAll("\\n\\s*", "");
        catalog.service.replace(document(turned));
        assertThat(CatalogJson.write(catalog.service.current())).isEqualTo(turned);
    }

    @Test
    void another_amount_is_another_price_and_the_old_one_is_retired_unchanged() {
        catalog.service.replace(sound());
        Price old = monthlyPriceOfBasic();

        catalog.service.replace(soundBut(AMOUNT, "1100"));

        Price now = monthlyPriceOfBasic();
        assertThat(now.id()).isNotEqualTo(old.id());
        assertThat(now.money().minor()).isEqualTo(1100);
        assertThat(old.isSold()).isFalse();
        assertThat(old.money().minor()).isEqualTo(1000);
        assertThat(catalog.shelf(List.of(old.id())).prices()).contains(old, now);
        assertThat(catalog.shelf(List.of()).prices()).contains(now).doesNotContain(old);
    }

    @Test
    void prices_that_stay_the_same_keep_their_identity() {
        catalog.service.replace(sound());
        Set<UUID> before = priceIds();
        catalog.service.replace(soundBut(AMOUNT, "1100"));
        Set<UUID> after = priceIds();
        assertThat(after).hasSameSizeAs(before);
        after.removeAll(before);
        assertThat(after).hasSize(1);
    }

    @Test
    void what_is_left_out_is_retired_and_kept() {
        catalog.service.replace(sound());
        catalog.service.replace(soundBut("/products/0/plans/1", ""));

        assertThat(catalog.service.current().products().get(0).plans()).hasSize(1);
        Plan forever = catalog.shelf(List.of()).plan("forever").orElseThrow();
        assertThat(forever.isSold()).isFalse();
        assertThat(catalog.products.allPrices().stream()
                        .filter(price -> forever.id().equals(price.planId())))
                .isNotEmpty()
                .noneMatch(Price::isSold);
        assertThat(catalog.addOns.allowancesOfProducts(List.of(forever.product().id())).stream()
                        .filter(allowance -> allowance.planId().equals(forever.id())))
                .isNotEmpty()
                .noneMatch(AddOnAllowance::isSold);
    }

    @Test
    void a_product_that_is_left_out_is_retired_with_all_it_has() {
        catalog.service.replace(sound());
        catalog.service.replace(document("{\"products\":[]}"));
        ProductShelf shelf = catalog.shelf(List.of());
        assertThat(shelf.product().isSold()).isFalse();
        assertThat(shelf.plans()).hasSize(2).noneMatch(Plan::isSold);
        assertThat(catalog.products.allPrices()).hasSize(8).noneMatch(Price::isSold);
        assertThat(catalog.service.current().products()).isEmpty();
    }

    @Test
    void what_is_named_again_is_the_same_thing_sold_again() {
        catalog.service.replace(sound());
        UUID forever = catalog.shelf(List.of()).plan("forever").orElseThrow().id();
        catalog.service.replace(document("{\"products\":[]}"));
        catalog.service.replace(sound());
        assertThat(CatalogJson.write(catalog.service.current())).isEqualTo(SOUND.replaceAll("\\n\\s*", ""));
        assertThat(catalog.shelf(List.of()).plan("forever").orElseThrow().id()).isEqualTo(forever);
    }

    @Test
    void a_retired_plan_cannot_come_back_as_another_kind() {
        catalog.service.replace(sound());
        catalog.service.replace(soundBut("/products/0/plans/1", ""));
        CatalogDocument other = but(
                textOf(SOUND, "/products/0/plans/1/kind", "\"subscription\""),
                "/products/0/plans/1/updatesRenewalPercent",
                "");
        assertThatThrownBy(() -> catalog.service.replace(other))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .anyMatch(error -> error.field().equals("products[0].plans[1].kind")
                                && error.code().equals("kind-changed")));
    }

    @Test
    void a_document_with_faults_changes_nothing() {
        catalog.service.replace(sound());
        String before = CatalogJson.write(catalog.service.current());
        assertThatThrownBy(() -> catalog.service.replace(soundBut(AMOUNT, "-1")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(CatalogJson.write(catalog.service.current())).isEqualTo(before);
        assertThat(catalog.audited).hasSize(1);
    }

    @Test
    void a_replacement_is_audited_with_the_state_before_and_after() {
        catalog.service.replace(sound());
        String before = CatalogJson.write(catalog.service.current());
        catalog.service.replace(soundBut(AMOUNT, "1100"));
        assertThat(catalog.audited.get(1).action()).isEqualTo("catalog.replace");
        assertThat(catalog.audited.get(1).before()).isEqualTo(before);
        assertThat(catalog.audited.get(1).after()).isEqualTo(CatalogJson.write(catalog.service.current()));
    }

    @Test
    void the_tag_changes_with_the_document_only() {
        assertThat(CatalogJson.etag(sound()))
                .isEqualTo(CatalogJson.etag(sound()))
                .hasSize(32);
        assertThat(CatalogJson.etag(soundBut(AMOUNT, "1100"))).isNotEqualTo(CatalogJson.etag(sound()));
    }

    @Test
    void the_starter_catalog_is_only_for_an_empty_catalog() {
        assertThat(catalog.service.isEmpty()).isTrue();
        catalog.service.replace(sound());
        catalog.service.replace(document("{\"products\":[]}"));
        assertThat(catalog.service.isEmpty())
                .as("retired things are still there")
                .isFalse();
        assertThatThrownBy(catalog.service::importStarter)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(CatalogRefusal.CATALOG_NOT_EMPTY));
    }

    private static String textOf(String document, String pointer, String json) {
        return CatalogJson.write(but(document, pointer, json));
    }

    private Price monthlyPriceOfBasic() {
        ProductShelf shelf = catalog.shelf(List.of());
        return shelf.soldPrices(shelf.plan("basic").orElseThrow().id(), null).get(0);
    }

    private Set<UUID> priceIds() {
        return catalog.products.allPrices().stream()
                .filter(Price::isSold)
                .map(Price::id)
                .collect(Collectors.toSet());
    }
}
