package org.chancery.service.checkout;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Random;

/** Falls alike in every house, so that a life has the same ids each time, and costs no system call. */
final class Dice extends SecureRandom {

    private static final long serialVersionUID = 1L;

    Dice() {
        super(new Thrown(), null);
    }

    private static final class Thrown extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;

        private final Random random = new Random(42);

        @Override
        protected void engineSetSeed(byte[] seed) {
            // falls as it falls
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int numBytes) {
            byte[] bytes = new byte[numBytes];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
