package cn.venuepass.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.rest.json.Json;
import cn.venuepass.rest.problem.Messages;
import cn.venuepass.rest.problem.Problem;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadedItemsTest {
  private static final String GOOD =
      "{'scanId':'a','sequence':7,'at':'2026-03-02T00:00:00Z','direction':'IN','passCode':'x'}";
  private static final Messages ENGLISH = Messages.in(Optional.of("en"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "null|MALFORMED_REQUEST||",
        "7|MALFORMED_REQUEST||",
        "'text'|MALFORMED_REQUEST||",
        "[]|MALFORMED_REQUEST||",
        "{'sequence':3,'more':1}|MALFORMED_REQUEST||3",
        "{'sequence':'3'}|MALFORMED_REQUEST|sequence|",
        "{'sequence':3.0}|MALFORMED_REQUEST|sequence|",
        "{'sequence':3,'scanId':7}|MALFORMED_REQUEST|scanId|3",
        "{'sequence':3}|INVALID_VALUE|scanId,at,direction,passCode,idNumber|3",
        "{'sequence':-1}|INVALID_VALUE|scanId,sequence,at,direction,passCode,idNumber|",
        "{'sequence':9007199254740992}|INVALID_VALUE|scanId,sequence,at,direction,passCode,idNumber|",
        "{'sequence':99999999999999999999,'scanId':'a'}|MALFORMED_REQUEST||"
      })
  void whatMakesNoScanShouldBeAProblemOfItsOwn(
      String json, String code, String fields, Long sequence) {
    UploadedItems items = read(GOOD, json, GOOD.replace("7", "8"));
    assertThat(items.upload().scans())
        .extracting(scan -> scan.sequence().value())
        .containsExactly(7L, 8L);
    assertThat(items.upload().unreadable())
        .isEqualTo(sequence == null ? List.of() : List.of(new SequenceNumber(sequence)));
    Problem problem = problem(items);
    assertThat(problem.code()).isEqualTo(code);
    if (fields != null) {
      assertThat(problem.errors())
          .extracting(Problem.FieldError::field)
          .containsExactly(fields.split(","));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'passCode':'x','idNumber':'$'|INVALID_VALUE|passCode,idNumber",
        "'passCode':'x','idNumber':'1'|INVALID_VALUE|passCode,idNumber",
        "'passCode':'x','name':'张三'|INVALID_VALUE|passCode,name",
        "'idNumber':'1'|INVALID_ID_NUMBER|idNumber",
        "'idNumber':'$','name':'7'|INVALID_VALUE|name",
      })
  void aCredentialShouldBeOneOfTwo(String credential, String code, String fields) {
    String bad =
        GOOD.replace("'passCode':'x'", credential.replace("$", SampleIdNumbers.of(1).text()));
    Problem problem = problem(read(GOOD, bad, GOOD));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly(fields.split(","));
    assertThat(problem.toString()).doesNotContain(SampleIdNumbers.of(1).text());
  }

  @Test
  void aDenialShouldStandInItsItemsPlace() {
    UploadedItems items = read("{}", GOOD, GOOD);
    List<Object> answers =
        items.answers(
            List.of(
                Result.denied(Denial.Plain.UNKNOWN_CODE),
                Result.denied(Denial.Plain.DEVICE_TIME_TOO_OLD)),
            ENGLISH);
    assertThat(answers)
        .extracting(answer -> ((Problem) answer).code())
        .containsExactly("INVALID_VALUE", "UNKNOWN_CODE", "DEVICE_TIME_TOO_OLD");
  }

  @Test
  void anIdNumberShouldBeTakenWithAName() {
    UploadedItems items =
        read(
            GOOD.replace(
                "'passCode':'x'",
                "'idNumber':'" + SampleIdNumbers.of(1).text() + "','name':'张三','passCode':null"));
    assertThat(items.upload().scans()).hasSize(1);
    assertThat(items.upload().scans().toString()).doesNotContain("张三");
  }

  /** The second item's problem; the first and the third are good. */
  private static Problem problem(UploadedItems items) {
    Result<ScanRecord> any = Result.denied(Denial.Plain.UNKNOWN_CODE);
    return (Problem) items.answers(List.of(any, any), ENGLISH).get(1);
  }

  private static UploadedItems read(String... items) {
    List<JsonNode> nodes = Arrays.stream(items).map(UploadedItemsTest::node).toList();
    return UploadedItems.read(new DeviceId("gate-1"), nodes, MovableClock.monday());
  }

  private static JsonNode node(String json) {
    try {
      return Json.mapper().readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
