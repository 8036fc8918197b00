package org.chancery.service.catalog.domain;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.service.catalog.CatalogDocument.AddOnEntry;
import org.chancery.service.catalog.CatalogDocument.GrantsEntry;

/** Checks the add-ons of one product. */
final class AddOnValidator {

    private final Faults faults;
    private final ValueChecks values;
    private final List<AddOnEntry> addOns;
    private final Map<String, List<String>> requirements = new HashMap<>();

    AddOnValidator(Faults faults, List<AddOnEntry> addOns) {
        this.faults = faults;
        this.values = new ValueChecks(faults);
        this.addOns = addOns;
        for (AddOnEntry addOn : addOns) {
            if (addOn != null && addOn.code() != null) {
                requirements.put(addOn.code(), requireNonNullElse(addOn.requires(), List.of()));
            }
        }
    }

    void addOns(String path, Set<String> codes) {
        for (int i = 0; i < addOns.size(); i++) {
            String place = path + "[" + i + "]";
            faults.required(place, addOns.get(i)).ifPresent(addOn -> addOn(place, addOn, codes));
        }
    }

    private void addOn(String path, AddOnEntry addOn, Set<String> codes) {
        faults.uniqueCode(path + ".code", addOn.code(), codes);
        faults.name(path + ".name", addOn.name());
        faults.text(path + ".unit", addOn.unit());
        requires(path + ".requires", addOn);
        if (addOn.grants() != null) {
            grants(path + ".grants", addOn.grants());
        }
        faults.required(path + ".prices", addOn.prices());
        values.prices(path + ".prices", addOn.prices(), period -> true);
    }

    private void grants(String path, GrantsEntry grants) {
        values.limits(path + ".limits", grants.limits());
        values.instances(path + ".instances", grants.instances(), CatalogBounds.GRANTED_PER_UNIT);
        faults.range(path + ".domains", grants.domains(), 0, CatalogBounds.GRANTED_PER_UNIT);
        faults.range(path + ".brands", grants.brands(), 0, CatalogBounds.GRANTED_PER_UNIT);
        values.support(path + ".support", grants.support());
        faults.codes(path + ".features", grants.features(), CatalogBounds.CODES);
    }

    private void requires(String path, AddOnEntry addOn) {
        Set<String> seen = new HashSet<>();
        List<String> required = faults.elements(path, addOn.requires(), CatalogBounds.REQUIREMENTS);
        for (int i = 0; i < required.size(); i++) {
            String place = path + "[" + i + "]";
            faults.uniqueCode(place, required.get(i), seen).ifPresent(code -> requirement(place, addOn, code));
        }
    }

    private void requirement(String path, AddOnEntry addOn, String code) {
        if (!requirements.containsKey(code)) {
            faults.add(path, "unknown", "the product has no such add-on");
        } else if (addOn.code() != null && reaches(code, addOn.code())) {
            faults.add(path, "cycle", "requires this add-on in turn");
        }
    }

    private boolean reaches(String from, String target) {
        Set<String> visited = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String code = open.pop();
            if (code.equals(target)) {
                return true;
            }
            if (visited.add(code)) {
                requirements.getOrDefault(code, List.of()).stream()
                        .filter(requirements::containsKey) // leaves out nulls as well
                        .limit(CatalogBounds.REQUIREMENTS)
                        .forEach(open::push);
            }
        }
        return false;
    }
}
