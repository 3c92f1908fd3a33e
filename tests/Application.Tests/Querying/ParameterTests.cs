using AchieveApex.Application.Resources;
using AchieveApex.Application.Resources.Querying;
using Xunit;

namespace AchieveApex.Application.Tests.Querying;

public sealed class ParameterTests
{
    [Fact]
    public void A_query_without_parameters_is_the_first_page_newest_first()
    {
        var query = Asking.For("");
        Assert.Equal((null, null, 25, 0, true), (query.Where, query.Select, query.Limit, query.Skip, query.CountTotal));
        Assert.Equal("4,3,2,1", Asking.Order(""));
        Assert.Same(query.Sort, Asking.For("").Sort);
    }

    [Theory]
    [InlineData("$limit=10", 10)]
    [InlineData("$limit=0", 0)]
    [InlineData("$limit=200", 200)]
    [InlineData("$limit=201", 200)]
    [InlineData("$limit=99999999999999999999999", 200)]
    [InlineData("$skip=3", 25)]
    public void A_limit_is_lowered_to_the_maximum(string query, int expected)
    {
        Assert.Equal(expected, Asking.For(query).Limit);
    }

    [Fact]
    public void A_default_above_the_maximum_is_lowered_too()
    {
        var paging = new PagingOptions { DefaultLimit = 50, MaxLimit = 20 };
        Assert.Equal(20, QueryParser.Parse<Gadget, GadgetView>(ListQuery.Empty, paging, QueryUse.List).Limit);
    }

    [Theory]
    [InlineData("$skip=0", 0)]
    [InlineData("$skip=100000", 100_000)]
    public void A_skip_passes_over_matches(string query, int expected)
    {
        Assert.Equal(expected, Asking.For(query).Skip);
    }

    [Theory]
    [InlineData("$limit=", "'$limit' must be a whole number of at least 0.")]
    [InlineData("$limit=-1", "'$limit' must be a whole number of at least 0.")]
    [InlineData("$limit=1.5", "'$limit' must be a whole number of at least 0.")]
    [InlineData("$limit=ten", "'$limit' must be a whole number of at least 0.")]
    [InlineData("$limit=1&$limit=2", "'$limit' is given more than once.")]
    [InlineData("$limit[]=1", "'$limit' takes one value.")]
    [InlineData("$skip=-1", "'$skip' must be a whole number of at least 0.")]
    [InlineData("$skip=1e3", "'$skip' must be a whole number of at least 0.")]
    [InlineData(
        "$skip=100001",
        "'$skip' can be at most 100000. Go on with $cursor: each page's Link header holds the address of the next."
    )]
    [InlineData(
        "$skip=99999999999999",
        "'$skip' can be at most 100000. Go on with $cursor: each page's Link header holds the address of the next."
    )]
    [InlineData("$total=no", "'$total' must be true or false.")]
    [InlineData("$total=", "'$total' must be true or false.")]
    [InlineData("$sort=name", "'$sort' names its field: $sort[field]=1, or -1 for descending.")]
    [InlineData("$sort[]=name", "'$sort' is not a list: '[]' cannot follow it.")]
    [InlineData("$sort[name]=asc", "'$sort[name]' must be 1 (ascending) or -1 (descending).")]
    [InlineData("$sort[name]=", "'$sort[name]' must be 1 (ascending) or -1 (descending).")]
    [InlineData("$sort[name]=1&$sort[name]=-1", "'$sort[name]' is given more than once.")]
    [InlineData("$sort[name][x]=1", "'$sort[name]' takes one value.")]
    [InlineData("$select=", "'$select' needs at least one field.")]
    [InlineData("$select[x]=name", "'$select' is a list: 'x' is not an index.")]
    [InlineData("$select=name,id", "Unknown field 'name,id'.")]
    public void A_parameter_that_makes_no_sense_is_refused(string query, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query));
    }

    [Fact]
    public void The_count_can_be_left_out()
    {
        Assert.False(Asking.For("$total=false").CountTotal);
        Assert.True(Asking.For("$total=true").CountTotal);
    }

    [Theory]
    [InlineData("$sort[id]=1", "1,2,3,4")]
    [InlineData("$sort[name]=1", "1,2,3,4")]
    [InlineData("$sort[name]=-1", "4,3,2,1")]
    [InlineData("$sort[active]=1", "1,2,4,3")]
    [InlineData("$sort[active]=1&$sort[id]=-1", "4,2,1,3")]
    [InlineData("$sort[active]=-1", "3,4,2,1")]
    [InlineData("$sort[last_seen_at]=1", "1,2,3,4")]
    [InlineData("$sort[last_seen_at]=-1", "4,3,2,1")]
    [InlineData("$sort[active]=-1&$sort[code]=1", "3,1,4,2")]
    [InlineData("$sort[code]=1&$sort[active]=-1", "1,3,4,2")]
    [InlineData("$sort[id]=1&$sort[name]=-1", "1,2,3,4")]
    public void Records_are_sorted_with_null_first_and_equals_by_id_in_the_same_direction(string query, string expected)
    {
        Assert.Equal(expected, Asking.Order(query));
    }

    [Theory]
    [InlineData("$sort[name]=1&$sort[score]=-1", "name score- id-")]
    [InlineData("$sort[score]=-1&$sort[name]=1", "score- name id")]
    [InlineData("$sort[name]=1&$sort[id]=1", "name id")]
    [InlineData("$sort[name]=1&$sort[id]=-1&$sort[score]=1", "name id-")]
    [InlineData("", "id-")]
    public void The_id_is_always_the_last_key(string query, string expected)
    {
        Assert.Equal(
            expected,
            string.Join(' ', Asking.For(query).Sort.Select(key => key.IsDescending ? $"{key.Field.Name}-" : key.Field.Name))
        );
    }

    [Theory]
    [InlineData("$select[]=name&$select[]=id", "id name")]
    [InlineData("$select[1]=name&$select[0]=price", "name price")]
    [InlineData("$select=name&$select=id", "id name")]
    [InlineData("$select=custom_fields", "custom_fields")]
    [InlineData("$select[]=label&$select[]=label&$select[]=age", "label age")]
    public void Selected_fields_are_in_the_order_of_the_view(string query, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Asking.For(query).Select!));
    }

    [Theory]
    [InlineData("$select[]=id", QueryUse.Read)]
    [InlineData("name=a", QueryUse.Read)]
    [InlineData("$or[0][name]=a&$and[0][id]=1", QueryUse.Read)]
    [InlineData("$select[]=id", QueryUse.Select)]
    [InlineData("", QueryUse.Read)]
    [InlineData("", QueryUse.Select)]
    public void One_record_can_be_narrowed_and_a_write_can_be_shaped(string query, QueryUse use)
    {
        Assert.Equal(query.Contains("$select", StringComparison.Ordinal), Asking.For(query, use).Select is not null);
    }

    [Theory]
    [InlineData("$limit=1", QueryUse.Read, "'$limit' cannot be used on one record: only conditions and $select can.")]
    [InlineData("$skip=1", QueryUse.Read, "'$skip' cannot be used on one record: only conditions and $select can.")]
    [InlineData("$sort[id]=1", QueryUse.Read, "'$sort' cannot be used on one record: only conditions and $select can.")]
    [InlineData("$cursor=x", QueryUse.Read, "'$cursor' cannot be used on one record: only conditions and $select can.")]
    [InlineData("$total=false", QueryUse.Read, "'$total' cannot be used on one record: only conditions and $select can.")]
    [InlineData("$selct=id", QueryUse.Read, "Unknown parameter '$selct'. Did you mean '$select'?")]
    [InlineData("$limit=1", QueryUse.Select, "'$limit' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("$or[0][name]=a", QueryUse.Select, "'$or' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("name=a", QueryUse.Select, "'name' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("nonsense=a", QueryUse.Select, "'nonsense' cannot be used on a write: only $select and dry_run can.")]
    [InlineData("$nonsense=a", QueryUse.Select, "Unknown parameter '$nonsense'.")]
    public void What_a_use_does_not_take_is_refused(string query, QueryUse use, string expected)
    {
        Assert.Equal(expected, Asking.Refusal(query, use));
    }
}
