package org.chancery.service.document.adapter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the seller's logo. It is flattened on white: the page is white, and a picture without transparency reads the same
 * in every viewer. A logo that can't be read, or would need too much memory, is left out; the name takes its place.
 */
final class Logo {

    private static final Logger LOG = LoggerFactory.getLogger(Logo.class);
    private static final long MOST_PIXELS = 4_000_000;
    private static final int MOST_SIDE = 1_000;

    private Logo() {}

    static Optional<BufferedImage> of(@Nullable String dataUri) {
        if (dataUri == null || !dataUri.startsWith("data:image/")) {
            return Optional.empty();
        }
        try {
            byte[] file = Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
            return Optional.ofNullable(read(file)).map(Logo::flattened);
        } catch (IOException | RuntimeException e) { // decoders answer broken pictures with whatever comes
            LOG.warn("document.logo_unreadable", e);
            return Optional.empty();
        }
    }

    private static @Nullable BufferedImage read(byte[] file) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean small = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
                return small ? reader.read(0) : null;
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage flattened(BufferedImage logo) {
        double scale = Math.min(1, (double) MOST_SIDE / Math.max(logo.getWidth(), logo.getHeight()));
        int width = Math.max(1, (int) Math.round(logo.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(logo.getHeight() * scale));
        BufferedImage flat = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.drawImage(logo, 0, 0, width, height, Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return flat;
    }
}
