package org.chancery.service.account.domain;

/** RFC 4648 base 32 without padding, the form in which authenticator apps take a secret. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int waiting = 0;
        for (byte b : bytes) {
            buffer = buffer << Byte.SIZE | b & 0xFF;
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(ALPHABET.charAt(buffer >> waiting & 31));
            }
            buffer &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            text.append(ALPHABET.charAt(buffer << BITS - waiting & 31));
        }
        return text.toString();
    }
}
