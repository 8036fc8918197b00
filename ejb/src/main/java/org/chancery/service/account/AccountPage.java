package org.chancery.service.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param next what {@code after} of the next page is; null on the last one */
public record AccountPage(List<AccountView> data, @Nullable UUID next) {}
