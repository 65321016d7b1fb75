package cn.venuepass.rest.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that takes larger bodies than others, and waits longer for them. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyUpTo {
  /** The most bytes that a body may have. */
  int value();

  /** How long a sender may take. */
  int seconds() default 60;
}
