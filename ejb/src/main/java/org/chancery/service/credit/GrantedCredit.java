package org.chancery.service.credit;

import java.io.Serializable;
import java.util.List;

/**
 * What a grant came to.
 *
 * @param balances of the account after it
 */
public record GrantedCredit(CreditView.Entry entry, List<CreditView.Balance> balances) implements Serializable {}
