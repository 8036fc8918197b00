package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.DeploymentFileService;
import org.chancery.service.licensing.DeploymentText;
import org.chancery.service.licensing.DeploymentWish;
import org.chancery.service.licensing.domain.DeploymentFormat;
import org.chancery.web.portal.component.Downloads;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * The files by which an instance is deployed. What is shown is in the address, so that it can be kept and shared; what is
 * being typed is not, until it was found to be right.
 */
@Named
@RequestScoped
public class DeploymentBacking {

    private static final String FORMAT = "format";
    private static final String DEPLOYMENT = "deployment";
    private static final String INSTANCE = "instance";

    @Inject
    private DeploymentFileService files;

    @Inject
    private LicensePlace place;

    @Inject
    private FacesContext faces;

    private @Nullable DeploymentText file;
    private @Nullable String deploymentId;
    private @Nullable String instanceName;

    /** Refuses an address that asks for what is no name, and says so on the page. */
    public void arrive() {
        files.ofLicense(place.id(), getFormat(), asked());
    }

    /** Shows the file for what was typed. */
    public void show() throws IOException {
        DeploymentText wanted = files.ofLicense(place.id(), getFormat(), wish(deploymentId, instanceName));
        Redirects.to(faces, address(getFormat(), wanted.deploymentId(), wanted.instanceName()));
    }

    /** Sends the file that is shown. */
    public void download() throws IOException {
        DeploymentText shown = getFile();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType((shown.yaml() ? "application/yaml" : "text/plain") + ";charset=UTF-8");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + shown.fileName() + "\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        answer.getResponseOutputStream().write(shown.text().getBytes(StandardCharsets.UTF_8));
        faces.responseComplete();
    }

    public List<DeploymentFormat> getFormats() {
        return List.of(DeploymentFormat.values());
    }

    /** The word of the format that is shown. */
    public String getFormat() {
        return parameters().getOrDefault(FORMAT, DeploymentFormat.COMPOSE.word());
    }

    /** The format that is shown, as texts are named after it. */
    public String getFormatKey() {
        return DeploymentFormat.ofWord(getFormat())
                .map(DeploymentBacking::keyOf)
                .orElse("");
    }

    /** Names the texts of a format. */
    public String key(DeploymentFormat format) {
        return keyOf(format);
    }

    private static String keyOf(DeploymentFormat format) {
        return "deployment." + format.name().toLowerCase(Locale.ROOT);
    }

    /** Where the same is shown in another format. */
    public String addressIn(DeploymentFormat format) {
        return address(format.word(), parameters().get(DEPLOYMENT), parameters().get(INSTANCE));
    }

    private String address(String format, @Nullable String deployment, @Nullable String instance) {
        return addressOf(place.id())
                + "?" + FORMAT + "=" + encoded(format)
                + (deployment == null ? "" : "&" + DEPLOYMENT + "=" + encoded(deployment))
                + (instance == null ? "" : "&" + INSTANCE + "=" + encoded(instance));
    }

    /** The page of a license's deployment files. */
    public static String addressOf(UUID license) {
        return "/licenses/" + license + "/deployment";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The file for what the address asks for, or the usual one when that is no name. */
    public DeploymentText getFile() {
        if (file == null) {
            file = read();
        }
        return file;
    }

    private DeploymentText read() {
        try {
            return files.ofLicense(place.id(), getFormat(), asked());
        } catch (InvalidRequestException e) { // the page says so already
            return files.ofLicense(place.id(), getFormat(), DeploymentWish.USUAL);
        }
    }

    private DeploymentWish asked() {
        return wish(parameters().get(DEPLOYMENT), parameters().get(INSTANCE));
    }

    private static DeploymentWish wish(@Nullable String deployment, @Nullable String instance) {
        return new DeploymentWish(deployment, instance, null, null, null);
    }

    private Map<String, String> parameters() {
        return faces.getExternalContext().getRequestParameterMap();
    }

    /** Where the client can be downloaded. */
    public String getClient() {
        return Downloads.CLIENT;
    }

    /** As typed, or as it stands in the file that is shown. */
    public String getDeploymentId() {
        return deploymentId == null ? getFile().deploymentId() : deploymentId;
    }

    public void setDeploymentId(@Nullable String deploymentId) {
        this.deploymentId = deploymentId;
    }

    public String getInstanceName() {
        return instanceName == null ? getFile().instanceName() : instanceName;
    }

    public void setInstanceName(@Nullable String instanceName) {
        this.instanceName = instanceName;
    }
}
