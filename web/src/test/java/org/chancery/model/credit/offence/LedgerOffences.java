package org.chancery.model.credit.offence;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.chancery.offence.Offends;
import org.hibernate.annotations.Immutable;

/** Ways to rewrite what was written down. */
public class LedgerOffences {

    @Entity
    @Offends("rows_of_the_ledger_and_the_audit_trail_are_immutable")
    public static class ChangeableEntry {}

    @Entity
    @Immutable
    @Offends("immutable_rows_are_written_at_their_birth_only")
    public static class CorrectedEntry {
        private long amount;

        public void correct(long newAmount) {
            amount = newAmount;
        }

        public long amount() {
            return amount;
        }
    }

    @Offends("the_ledger_and_the_audit_trail_are_only_added_to")
    public static class UpdatesByStatement {
        public int cancel(EntityManager entities) {
            return entities.createQuery("update CreditEntry e set e.reason = ''")
                    .executeUpdate();
        }
    }

    @Offends("the_ledger_and_the_audit_trail_are_only_added_to")
    public static class Removes {
        public void forget(EntityManager entities, Object entry) {
            entities.remove(entry);
        }
    }
}
