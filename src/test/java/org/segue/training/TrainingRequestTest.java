package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingRequestTest {

    @Test
    void fields_areAllThatCanBeAskedFor_butWhetherToEvaluate() {
        List<String> components = Arrays.stream(TrainingRequest.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("evaluate"))
                .toList();

        assertThat(TrainingRequest.FIELDS)
                .extracting(RequestField::name)
                .containsExactlyInAnyOrderElementsOf(components);
    }

    @Test
    void fields_ofWholeNumbers_haveTheRangesThatAreChecked() throws NoSuchFieldException {
        for (RequestField field : TrainingRequest.FIELDS) {
            Field checked = TrainingRequest.class.getDeclaredField(field.name());
            if (checked.isAnnotationPresent(Min.class)) {
                assertThat(field.min())
                        .isEqualTo("" + checked.getAnnotation(Min.class).value());
                assertThat(field.max())
                        .isEqualTo("" + checked.getAnnotation(Max.class).value());
            }
        }
    }
}
