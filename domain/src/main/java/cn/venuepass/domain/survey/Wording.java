package cn.venuepass.domain.survey;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name or an address without what people write or leave out at will: width and case, province,
 * city, county, division and regiment before it, the form of a company behind it.
 *
 * @param pairs each two characters that stand side by side; a lone character stands for itself
 * @param numbers the numbers in it, which tell neighbours apart
 */
record Wording(String text, Set<String> pairs, List<String> numbers) {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");
  private static final Pattern CHINESE_NUMBER =
      Pattern.compile("[〇零一二三四五六七八九十]{1,3}(?=(号|栋|幢|座|楼|层|单元|室|团|连|师|分店|店|小|中|幼))");
  private static final Pattern BUILDING = Pattern.compile("(\\d+)(?:号楼|号栋|幢|座|栋)");
  private static final Pattern HOUSE = Pattern.compile("(\\d+)号院?");
  private static final Pattern REGION =
      Pattern.compile(
          "^(新疆维吾尔自治区|新疆|中国|生产建设兵团|建设兵团|兵团|农?第?[0-9]+师|阿拉尔市?|[0-9]+团|"
              + "\\p{IsHan}{2,3}(?:省|自治区|自治州|地区|自治县|县)"
              + "|\\p{IsHan}{1,2}(?![超门夜菜集早花城都肉鱼])\\p{IsHan}市(?![场民政]))");
  private static final Pattern FORM =
      Pattern.compile("(个体工商户|股份有限公司|有限责任公司|有限公司|分公司|总公司|公司|经营部|服务部|" + "总店|分店|门店|旗舰店|直营店|加盟店|店)$");
  private static final Pattern OWNER = Pattern.compile("个体工商户|个体户");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int SHORTEST = 2;

  static Wording ofName(String name) {
    return of(without(FORM, without(REGION, OWNER.matcher(plain(name)).replaceAll(""))));
  }

  static Wording ofAddress(String address) {
    String plain = without(REGION, plain(address));
    return of(HOUSE.matcher(BUILDING.matcher(plain).replaceAll("$1栋")).replaceAll("$1号"));
  }

  /** How alike they are, from 0 to 1: Dice's coefficient; at most a half if the numbers differ. */
  double likeness(Wording other) {
    if (text.equals(other.text)) {
      return 1;
    }
    Set<String> shared = new HashSet<>(pairs);
    shared.retainAll(other.pairs);
    return likeness(other, shared.size());
  }

  /** The same, where it is known how many pairs they share. */
  double likeness(Wording other, int shared) {
    int all = pairs.size() + other.pairs.size();
    double dice = all == 0 ? 0 : 2.0 * shared / all;
    return numbers.equals(other.numbers) ? dice : dice / 2;
  }

  private static Wording of(String text) {
    return new Wording(
        text, pairsOf(text), NUMBER.matcher(text).results().map(r -> r.group()).toList());
  }

  private static String plain(String text) {
    String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String plain = SIGNS.matcher(even).replaceAll("");
    return CHINESE_NUMBER.matcher(plain).replaceAll(found -> digits(found.group()));
  }

  private static String without(Pattern part, String text) {
    Matcher found = part.matcher(text);
    if (!found.find()) {
      return text;
    }
    String rest = text.substring(0, found.start()) + text.substring(found.end());
    return rest.codePointCount(0, rest.length()) < SHORTEST ? text : without(part, rest);
  }

  private static Set<String> pairsOf(String text) {
    int[] points = text.codePoints().toArray();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < points.length; i++) {
      pairs.add(new String(points, i, 2));
    }
    return pairs.isEmpty() && points.length > 0 ? Set.of(text) : Set.copyOf(pairs);
  }

  /** Up to 99, as streets and schools have them: 十二 is 12. */
  private static String digits(String chinese) {
    int ten = chinese.indexOf('十');
    if (ten < 0) {
      return chinese
          .chars()
          .mapToObj(sign -> String.valueOf(digit((char) sign)))
          .reduce("", String::concat);
    }
    int tens = ten == 0 ? 1 : digit(chinese.charAt(ten - 1));
    int ones = ten == chinese.length() - 1 ? 0 : digit(chinese.charAt(ten + 1));
    return String.valueOf(tens * 10 + ones);
  }

  private static int digit(char sign) {
    return sign == '〇' ? 0 : Math.max(0, "零一二三四五六七八九".indexOf(sign));
  }
}
