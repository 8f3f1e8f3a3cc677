package org.segue.testsupport;

/**
 * How long tests take that are long on purpose: usually a glance, under {@code -Psoak} all of it. A test that asks has the tag
 * {@value #TAG}.
 */
public final class Soak {

    /** The tag of tests that do more in a soak. */
    public static final String TAG = "soak";

    private static final boolean SOAKING = Boolean.getBoolean("tests.soak");

    private Soak() {}

    /** Whether this is one. */
    public static boolean isOn() {
        return SOAKING;
    }

    /**
     * A number of rounds, requests or seconds.
     *
     * @param usual of them in every build
     * @param soaking of them in a soak
     */
    public static int of(int usual, int soaking) {
        return SOAKING ? soaking : usual;
    }

    /** Like {@link #of}, but a variable of the environment, if it is set, has the last word. */
    public static int orVariable(String name, int usual, int soaking) {
        String text = System.getenv(name);
        return text == null ? of(usual, soaking) : Integer.parseInt(text);
    }
}
