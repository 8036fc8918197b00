package org.chancery.model.account.offence;

import jakarta.persistence.Entity;
import org.chancery.offence.Offends;

/** Entities and repositories that say too much. */
public class EntityOffences {

    @Entity
    @Offends("entities_have_verbs_not_setters")
    public static class HasASetter {
        private String name = "";

        public void setName(String newName) {
            name = newName;
        }

        public String name() {
            return name;
        }
    }

    @Entity
    @Offends("entities_hide_their_fields")
    public static class ShowsItsField {
        public String name = "";
    }

    @Entity
    @Offends("entities_hide_their_fields")
    public static class ShowsItsFieldToNeighbours {
        String name = "";
    }

    @Offends("jpa_repositories_are_package_private")
    public static class JpaThings {}
}
