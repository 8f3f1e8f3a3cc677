package org.segue.model;

/** Thrown when a model is to be deleted that answers while another one could. */
public final class ModelInUseException extends Exception {

    private static final long serialVersionUID = 1;

    /** Of a version. */
    public ModelInUseException(String version) {
        super("Model %s is active: activate another one first.".formatted(version));
    }
}
