package org.segue.training.djl;

import ai.djl.util.cuda.CudaLibrary;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;

/**
 * In a native image, {@code ai.djl.util.cuda.CudaUtils} finds no CUDA: it looks for it through JNA, which the image
 * would have to carry for an answer that is always no. On the JVM this class does nothing.
 */
@TargetClass(className = "ai.djl.util.cuda.CudaUtils")
final class CudaUtilsSubstitution {

    private CudaUtilsSubstitution() {}

    @Substitute
    @SuppressWarnings("UnusedMethod") // GraalVM puts it in place of the method of the same name.
    private static @Nullable CudaLibrary loadLibrary() {
        return null;
    }
}
