using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class TimeUnitsType : ConstantClass
{
    public static readonly TimeUnitsType Days = new("days");
    public static readonly TimeUnitsType Hours = new("hours");
    public static readonly TimeUnitsType Minutes = new("minutes");
    public static readonly TimeUnitsType Seconds = new("seconds");

    public TimeUnitsType(string value)
        : base(value) { }

    public static TimeUnitsType FindValue(string value) => FindValue<TimeUnitsType>(value);

    public static implicit operator TimeUnitsType(string value) => FindValue(value);
}
