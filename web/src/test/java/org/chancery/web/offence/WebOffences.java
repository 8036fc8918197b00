package org.chancery.web.offence;

import jakarta.faces.context.ExternalContext;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Map;
import org.chancery.model.account.Account;
import org.chancery.offence.Offends;

/** A web layer that reaches through the services, and resources that bind whatever comes. */
public class WebOffences {

    @Offends("entities_stay_behind_the_services")
    public record ShowsAnEntity(Account account) {}

    @Offends("entities_stay_behind_the_services")
    public record AsksTheDatabase(EntityManager entities) {}

    @Offends("languages_are_chosen_in_one_place")
    public static class TakesWhatIsAskedFor {
        public Locale languageOf(HttpServletRequest request) {
            return request.getLocale();
        }
    }

    @Offends("languages_are_chosen_in_one_place")
    public static class TakesWhatThePageIsAskedFor {
        public Locale languageOf(ExternalContext request) {
            return request.getRequestLocale();
        }
    }

    @Offends("nobody_merges")
    public static class WritesOver {
        public Object save(EntityManager entities, Object row) {
            return entities.merge(row);
        }
    }

    @Path("things")
    @Offends("resources_are_named_so")
    public static class Things {}

    @Path("takers")
    @Offends("bodies_are_records_bytes_or_streams")
    public static class TakesAMapResource {
        @POST
        public void take(Map<String, Object> body) {}
    }

    @Path("givers")
    @Offends("bodies_are_records_bytes_or_streams")
    public static class GivesAnObjectResource {
        @GET
        public Object give() {
            return "";
        }
    }
}
