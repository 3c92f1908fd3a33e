using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("", "1,2,3,4")]
    [InlineData("name=Ann", "3")]
    [InlineData("name=ann", "")]
    [InlineData("name=", "2")]
    [InlineData("name", "2")]
    [InlineData("id=3", "3")]
    [InlineData("score=5", "3")]
    [InlineData("score=-2", "4")]
    [InlineData("score=", "1")]
    [InlineData("count=", "")]
    [InlineData("size=1099511627776", "3")]
    [InlineData("owner_id=8", "3")]
    [InlineData("active=true", "3")]
    [InlineData("verified=false", "2")]
    [InlineData("verified=", "1,4")]
    [InlineData("price=12.50", "3")]
    [InlineData("discount=1.5", "3")]
    [InlineData("discount=", "1,2,4")]
    [InlineData("color=deep_red", "2")]
    [InlineData("trim=green", "3")]
    [InlineData("trim=", "1,2")]
    [InlineData("last_seen_at=2026-03-01T12:00:00Z", "3")]
    [InlineData("last_seen_at=", "1,2")]
    public void Equality_matches_the_value_and_an_empty_one_is_null_or_the_empty_text(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("name[$ne]=Ann", "1,2,4")]
    [InlineData("name[$ne]=", "1,3,4")]
    [InlineData("score[$ne]=5", "1,2,4")]
    [InlineData("score[$ne]=", "2,3,4")]
    [InlineData("count[$ne]=", "1,2,3,4")]
    [InlineData("count[$ne]=7", "1,2,4")]
    [InlineData("verified[$ne]=true", "1,2,4")]
    [InlineData("trim[$ne]=green", "1,2,4")]
    [InlineData("last_seen_at[$ne]=2026-03-01T12:00:00Z", "1,2,4")]
    public void Inequality_keeps_records_without_a_value(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("name[$in]=Ann", "3")]
    [InlineData("name[$in][]=Ann&name[$in][]=ann_lee", "3,4")]
    [InlineData("name[$in]=", "")]
    [InlineData("name[$in][0]=", "2")]
    [InlineData("score[$in]=", "")]
    [InlineData("score[$in][]=", "1")]
    [InlineData("score[$in][]=&score[$in][]=5", "1,3")]
    [InlineData("count[$in][]=&count[$in][]=7", "3")]
    [InlineData("count[$in][]=", "")]
    [InlineData("trim[$in][]=green&trim[$in][]=blue", "3,4")]
    [InlineData("verified[$in][]=true&verified[$in][]=", "1,3,4")]
    [InlineData("id[$in][]=1&id[$in][]=4", "1,4")]
    [InlineData("name[$nin]=Ann", "1,2,4")]
    [InlineData("name[$nin]=", "1,2,3,4")]
    [InlineData("name[$nin][]=", "1,3,4")]
    [InlineData("score[$nin]=", "1,2,3,4")]
    [InlineData("score[$nin]=5", "1,2,4")]
    [InlineData("score[$nin][]=", "2,3,4")]
    [InlineData("score[$nin][]=&score[$nin][]=5", "2,4")]
    [InlineData("count[$nin][]=", "1,2,3,4")]
    [InlineData("count[$nin][]=&count[$nin][]=7", "1,2,4")]
    public void An_array_is_a_set_that_may_hold_null_or_nothing(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("score[$lt]=5", "2,4")]
    [InlineData("score[$lte]=5", "2,3,4")]
    [InlineData("score[$gt]=0", "3")]
    [InlineData("score[$gte]=0", "2,3")]
    [InlineData("count[$lt]=7", "1,2,4")]
    [InlineData("price[$gt]=12.4999", "3")]
    [InlineData("discount[$lte]=1.5", "3")]
    [InlineData("created_at[$gt]=2026-03-01T12:00:00Z", "2,3,4")]
    [InlineData("created_at[$lte]=2026-03-01T12:00:00.001Z", "1,2")]
    [InlineData("last_seen_at[$lt]=2027-01-01T00:00:00Z", "3,4")]
    [InlineData("name[$gt]=", "3,4")]
    [InlineData("name[$gte]=", "2,3,4")]
    [InlineData("name[$lt]=a", "2,3")]
    [InlineData("name[$gt]=Ann", "4")]
    [InlineData("code[$lte]=A", "1,3")]
    [InlineData("score[$gt]=-2&score[$lt]=5", "2")]
    [InlineData("score[$gt]=-2&score[$nin]=0", "3")]
    public void Comparison_leaves_out_records_without_a_value_and_text_is_ordinal(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("name[$like]=An%25", "3")]
    [InlineData("name[$like]=an%25", "4")]
    [InlineData("name[$ilike]=AN%25", "3,4")]
    [InlineData("name[$like]=Ann", "3")]
    [InlineData("name[$ilike]=ann", "3")]
    [InlineData(@"name[$like]=%25n\_l%25", "4")]
    [InlineData(@"name[$like]=%25n_l%25", "4")]
    [InlineData(@"name[$like]=%25n\nl%25", "")]
    [InlineData("name[$notlike]=An%25", "1,2,4")]
    public void Patterns_match_whole_texts_and_their_opposite_keeps_records_without_a_value(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("$or[0][name]=Ann&$or[1][score]=0", "2,3")]
    [InlineData("$or[][name]=Ann&$or[][score]=0", "2,3")]
    [InlineData("$or[7][name]=Ann&$or[3][score]=0", "2,3")]
    [InlineData("$or[0][name]=Ann&$or[0][score]=0", "")]
    [InlineData("$or[0][name]=Ann", "3")]
    [InlineData("$or[0][name]=Ann&$or[1][score]=0&active=true", "3")]
    [InlineData("$and[0][score][$gt]=-5&$and[1][score][$lt]=5", "2,4")]
    [InlineData("$and[0][$or][0][id]=1&$and[0][$or][1][id]=2&$and[1][$or][0][id]=2&$and[1][$or][1][id]=3", "2")]
    [InlineData("$or[0][$and][0][id]=1&$or[0][$and][1][id]=2&$or[1][id]=4", "4")]
    public void Groups_combine(string query, string expected)
    {
        Assert.Equal(expected, Asking.Ids(query));
    }

    [Theory]
    [InlineData("$or=", "'$or' needs at least one group, such as $or[0][field]=value.")]
    [InlineData("$or=a", "'$or' needs at least one group, such as $or[0][field]=value.")]
    [InlineData("$and=", "'$and' needs at least one group, such as $and[0][field]=value.")]
    [InlineData("$or[0]=", "'$or[0]' is not a group. It needs at least one condition, such as [field]=value.")]
    [InlineData("$or[]=", "'$or[]' is not a group. It needs at least one condition, such as [field]=value.")]
    [InlineData("$or[0][name]=a&$or[1]=", "'$or[1]' is not a group. It needs at least one condition, such as [field]=value.")]
    [InlineData("$or[name]=a", "'$or' is a list: 'name' is not an index.")]
    [InlineData("$or[0][$limit]=1", "'$or[0][$limit]' cannot stand here: a group takes fields, $or and $and.")]
    [InlineData("$or[0][$in]=1", "'$or[0][$in]' cannot stand here: a group takes fields, $or and $and.")]
    [InlineData("$or[0][][name]=1", "'$or[0]' is not a list: '[]' cannot follow it.")]
    public void A_group_needs_conditions(string query, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query));
    }

    [Theory]
    [InlineData("emial=a", "Unknown field 'emial'.")]
    [InlineData("naem=a", "Unknown field 'naem'. Did you mean 'name'?")]
    [InlineData("createdAt=a", "Unknown field 'createdAt'. Did you mean 'created_at'?")]
    [InlineData("Name=a", "Unknown field 'Name'. Did you mean 'name'?")]
    [InlineData("secret=a", "Unknown field 'secret'.")]
    [InlineData("organization_id=1", "Unknown field 'organization_id'.")]
    [InlineData("$or[0][naem]=a", "Unknown field 'naem'. Did you mean 'name'?")]
    [InlineData("$sort[naem]=1", "Unknown field 'naem'. Did you mean 'name'?")]
    [InlineData("$select[]=naem", "Unknown field 'naem'. Did you mean 'name'?")]
    [InlineData("$limt=1", "Unknown parameter '$limt'. Did you mean '$limit'?")]
    [InlineData("$search=1", "Unknown parameter '$search'.")]
    [InlineData(
        "name[$regex]=1",
        "Unknown operator '$regex' on field 'name'. It takes $ne, $in, $nin, $lt, $lte, $gt, $gte, $like, $notlike, $ilike."
    )]
    [InlineData("name[$ilke]=1", "Unknown operator '$ilke' on field 'name'. Did you mean '$like'?")]
    [InlineData("active[$eq]=true", "Unknown operator '$eq' on field 'active'. It takes $ne, $in, $nin.")]
    [InlineData("active[$gt]=true", "Field 'active' does not take '$gt', only $ne, $in, $nin.")]
    [InlineData("color[$lte]=green", "Field 'color' does not take '$lte', only $ne, $in, $nin.")]
    [InlineData("score[$like]=12", "Field 'score' does not take '$like', only $ne, $in, $nin, $lt, $lte, $gt, $gte.")]
    [InlineData("custom_fields=a", "Field 'custom_fields' cannot be filtered or sorted by.")]
    [InlineData("custom_fields[size][$gt]=1", "Field 'custom_fields' cannot be filtered or sorted by.")]
    [InlineData("label=a", "Field 'label' cannot be filtered or sorted by.")]
    [InlineData("age=1", "Field 'age' cannot be filtered or sorted by.")]
    [InlineData("$sort[label]=1", "Field 'label' cannot be filtered or sorted by.")]
    public void An_unknown_name_is_refused_and_the_nearest_is_suggested(string query, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query));
    }
}
