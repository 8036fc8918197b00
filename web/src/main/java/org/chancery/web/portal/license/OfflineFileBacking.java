package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.platform.Ids;
import org.chancery.service.licensing.OfflineLicenseService;
import org.chancery.service.licensing.OfflineLicenseView;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** One offline license: how it stands, the file to carry to its site, and how to give it back. */
@Named
@RequestScoped
public class OfflineFileBacking {

    private static final String MEDIA_TYPE = "application/jwt";
    private static final String LIVING = "living";

    @Inject
    private OfflineLicenseService files;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private PathId pathId;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private Ids ids;

    @Inject
    private FacesContext faces;

    private @Nullable OfflineLicenseView file;
    private @Nullable String proof;

    /** Another's file is found out, and who only reads is turned away, before anything of the page is written. */
    public void arrive() {
        getFile();
    }

    /** The file itself, as it was signed. */
    public void download() throws IOException {
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(MEDIA_TYPE);
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + getFileName() + "\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        String token = Objects.requireNonNull(getFile().token());
        answer.getResponseOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
        faces.responseComplete();
    }

    /** Takes it back, once for each showing of the page. */
    public void giveBack() throws IOException {
        messages.follow(acts.once(pathId.require("ticket"), this::givenBack));
    }

    private ConfirmedActs.Outcome givenBack() {
        UUID license = getFile().licenseId();
        UUID id = getFile().id();
        OfflineLicenseView returned =
                new CarriedFile("proof", phrases).brought(() -> files.giveBack(license, id, proof));
        return new ConfirmedActs.Outcome(
                addressOf(license, id),
                phrases.text(
                        returned.holdsSeat() ? "offline.returned.held" : "offline.returned", returned.instanceName()));
    }

    /** The page of one file. */
    static String addressOf(UUID license, UUID file) {
        return OfflineBacking.addressOf(license) + "/" + file;
    }

    /** The page of all files of the license. */
    public String getHome() {
        return OfflineBacking.addressOf(getFile().licenseId());
    }

    /** Under which name it is best kept. */
    public String getFileName() {
        return "offline-license-" + getFile().id() + ".jwt";
    }

    public String getHeading() {
        return phrases.text("offlineFile.heading", getFile().instanceName());
    }

    /** True while its site can use it. */
    public boolean isLiving() {
        return LIVING.equals(getFile().state());
    }

    /** True while giving it back frees something. */
    public boolean isGivingBack() {
        return getFile().returnable() && getFile().holdsSeat();
    }

    /** Tells one showing of the page from another: each may be confirmed once. */
    public UUID getTicket() {
        return ids.next();
    }

    public OfflineLicenseView getFile() {
        if (file == null) {
            file = files.get(pathId.require(), pathId.require("file"));
        }
        return file;
    }

    /** What the site wrote when it stopped to use the file, as it was pasted. */
    public @Nullable String getProof() {
        return proof;
    }

    public void setProof(@Nullable String proof) {
        this.proof = proof;
    }
}
